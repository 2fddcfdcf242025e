using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>The functions of an app, sorted by name (case-insensitive): Azure's host tries their routes in this order.</summary>
sealed class FunctionCatalog(IEnumerable<Function> functions, IConfiguration configuration)
{
    public IReadOnlyList<Function> All { get; } = [.. functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)];

    public Function? Find(string name) => All.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The functions with this kind of trigger, without those that a setting disables.</summary>
    public IEnumerable<(Function Function, TTrigger Trigger)> StartedBy<TTrigger>() where TTrigger : Trigger =>
        All.Where(function => function.Trigger is TTrigger && !IsDisabled(function))
            .Select(function => (function, (TTrigger)function.Trigger));

    /// <summary>
    /// Whether <c>AzureWebJobs.NAME.Disabled</c> is set, as in the real host; in environment variables, the dots are double underscores.
    /// </summary>
    public bool IsDisabled(Function function) =>
        configuration.Read($"AzureWebJobs.{function.Name}.Disabled", false)
            || configuration.Read($"AzureWebJobs:{function.Name}:Disabled", false);
}
