using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Where settings come from, later ones winning: local.settings.sample.json (the app's own safe values), local.settings.json (a developer's
/// own; tests, which name the functions' assembly, leave it out), environment variables, the command line.
/// </summary>
static class LocalSettings
{
    public static void AddLocalSettings(this ConfigurationManager configuration, string[] args)
    {
        var given = CommandLine.Parse(args);
        var folder = given.GetValueOrDefault(SettingNames.AppFolder) ?? AppContext.BaseDirectory;
        configuration.AddFile(Path.Combine(folder, "local.settings.sample.json"));
        if (!given.ContainsKey(SettingNames.Functions)) configuration.AddFile(Path.Combine(folder, "local.settings.json"));
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(given);
    }

    /// <summary>Where host.json lies.</summary>
    public static string AppFolder(this IConfiguration configuration) => configuration[SettingNames.AppFolder] ?? AppContext.BaseDirectory;

    /// <summary>The assembly that holds the functions: the one the setting names, or the one the process was started with.</summary>
    public static Assembly FunctionsAssembly(this IConfiguration configuration) => configuration[SettingNames.Functions] is { Length: > 0 } name
        ? Assembly.Load(name)
        : Assembly.GetEntryAssembly() ?? throw new CannotStartException($"Say which assembly holds the functions with the setting {SettingNames.Functions}.");

    /// <summary>The file's Values, as Core Tools read them: the rest of the file is theirs alone.</summary>
    static void AddFile(this ConfigurationManager configuration, string path) => configuration.AddInMemoryCollection(
        JsonSettings.Read(path).GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), value.Value)));
}
