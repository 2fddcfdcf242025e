using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Fixtures;

/// <summary>The sentence with which a host refuses to start over a function class.</summary>
static class Refusal
{
    public static string Of<TFunctions>(params (string Name, string Value)[] settings) => Of([typeof(TFunctions)], settings);

    public static string Of(Type[] functions, params (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] usual = [("AzureWebJobsStorage", "UseDevelopmentStorage=true"), .. settings];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(usual.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
        var hostFile = new HostFile(new ConfigurationBuilder().AddInMemoryCollection([new("extensions:http:routePrefix", "")]).Build());
        return Assert.Throws<CannotStartException>(() => FunctionCatalog.Discover(new(functions, [], AnswersHttp: true), configuration, hostFile)).Message;
    }
}
