using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Functions.Rules;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The functions of an app.</summary>
sealed class FunctionCatalog(IReadOnlyList<Function> functions, IConfiguration configuration)
{
    const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public IReadOnlyList<Function> All => functions;

    public Function? Find(string name) => functions.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The functions a trigger of this kind starts, without those a setting switches off.</summary>
    public IEnumerable<(Function Function, TTrigger Trigger)> StartedBy<TTrigger>() where TTrigger : TriggerBindingAttribute =>
        functions.Where(function => function.Trigger is TTrigger && !IsDisabled(function)).Select(function => (function, (TTrigger)function.Trigger));

    /// <summary>Whether <c>AzureWebJobs.NAME.Disabled</c> is set, as the real host asks; in environment variables the dots are double underscores.</summary>
    public bool IsDisabled(Function function) =>
        configuration.Read($"AzureWebJobs.{function.Name}.Disabled", false) || configuration.Read($"AzureWebJobs:{function.Name}:Disabled", false);

    /// <exception cref="CannotStartException">A function would fail in Azure.</exception>
    public static FunctionCatalog Discover(FunctionApp app, IConfiguration configuration, HostFile hostFile)
    {
        MethodInfo[] methods =
        [
            .. from type in app.Types
               where !type.Name.StartsWith('<') // made by the compiler
               from method in type.GetMethods(Everything)
               where method.IsDefined(typeof(FunctionAttribute))
               select method,
        ];
        FunctionRules.Check(methods, configuration, hostFile);
        Function[] functions = [.. methods.Select(Found)];
        if (!app.AnswersHttp && functions.FirstOrDefault(function => function.Trigger is HttpTriggerAttribute) is { } http)
            throw new CannotStartException($"Function '{http.Name}': Program.cs must call ConfigureFunctionsWebApplication() for HTTP functions to get their requests.");
        return new(functions, configuration);
    }

    static Function Found(MethodInfo method)
    {
        var parameter = method.GetParameters().Single(parameter => parameter.Trigger() is not null);
        return new(method.FunctionName(), method, parameter, parameter.Trigger()!);
    }
}
