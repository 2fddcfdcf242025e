using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The functions of an app, in the order in which Azure's host asks them: by name, whatever the case.</summary>
sealed class FunctionCatalog(IEnumerable<Function> functions, IConfiguration configuration)
{
    public IReadOnlyList<Function> All { get; } = [.. functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    public Function? Find(string name) => All.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The functions a trigger of this kind starts, without those a setting switches off.</summary>
    public IEnumerable<(Function Function, TTrigger Trigger)> StartedBy<TTrigger>() where TTrigger : Trigger =>
        All.Where(function => function.Trigger is TTrigger && !IsDisabled(function))
            .Select(function => (function, (TTrigger)function.Trigger));

    /// <summary>
    /// Whether <c>AzureWebJobs.NAME.Disabled</c> is set, as the real host asks; in environment variables the dots are double underscores.
    /// </summary>
    public bool IsDisabled(Function function) =>
        configuration.Read($"AzureWebJobs.{function.Name}.Disabled", false)
            || configuration.Read($"AzureWebJobs:{function.Name}:Disabled", false);
}
