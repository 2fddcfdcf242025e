using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The functions of an app.</summary>
sealed class FunctionCatalog(IReadOnlyList<Function> functions, IConfiguration configuration)
{
    public IReadOnlyList<Function> All => functions;

    public Function? Find(string name) => functions.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The functions a trigger of this kind starts, without those a setting switches off.</summary>
    public IEnumerable<(Function Function, TTrigger Trigger)> StartedBy<TTrigger>() where TTrigger : TriggerBindingAttribute =>
        functions.Where(function => function.Trigger is TTrigger && !IsDisabled(function)).Select(function => (function, (TTrigger)function.Trigger));

    /// <summary>Whether <c>AzureWebJobs.NAME.Disabled</c> is set, as the real host asks; in environment variables the dots are double underscores.</summary>
    public bool IsDisabled(Function function) =>
        configuration.GetValue<bool>($"AzureWebJobs.{function.Name}.Disabled") || configuration.GetValue<bool>($"AzureWebJobs:{function.Name}:Disabled");

    public static FunctionCatalog Discover(IEnumerable<Type> types, IConfiguration configuration) => new(
        [.. from type in types
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            let trigger = method.GetParameters().First(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)))
            select new Function(function.Name, method, trigger, trigger.GetCustomAttribute<TriggerBindingAttribute>()!)],
        configuration);
}
