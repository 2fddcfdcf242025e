using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Fixtures;

/// <summary>The sentence with which a host refuses to start over a function class.</summary>
static class Refusal
{
    public static string Of<TFunctions>(params (string Name, string Value)[] settings) => Of([typeof(TFunctions)], settings);

    /// <summary>Over host.json, whose settings for queues are given.</summary>
    public static string OfHostFile(params (string Name, string Value)[] queues) => Of([], [], queues);

    public static string Of(Type[] functions, params (string Name, string Value)[] settings) => Of(functions, settings, []);

    static string Of(Type[] functions, (string Name, string Value)[] settings, (string Name, string Value)[] queues)
    {
        var configuration = Configuration([("AzureWebJobsStorage", "UseDevelopmentStorage=true"), .. settings]);
        var hostFile = new HostFile(Configuration([("extensions:http:routePrefix", ""), .. queues.Select(queue => ($"extensions:queues:{queue.Name}", queue.Value))]));
        return Assert.Throws<CannotStartException>(() => FunctionCatalog.Discover(new(functions, [], AnswersHttp: true), configuration, hostFile)).Message;
    }

    static IConfiguration Configuration(IEnumerable<(string Name, string Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
