namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Where settings come from, later ones winning: local.settings.sample.json (the app's own safe values), local.settings.json (a developer's
/// own), environment variables, the command line.
/// </summary>
static class LocalSettings
{
    public static void AddLocalSettings(this ConfigurationManager configuration, IReadOnlyDictionary<string, string?> given, AppFile app)
    {
        var folder = given.GetValueOrDefault(SettingNames.SettingsFolder) ?? app.Folder;
        configuration.AddFile(Path.Combine(folder, "local.settings.sample.json"));
        configuration.AddFile(Path.Combine(folder, "local.settings.json"));
        configuration.AddEnvironmentVariables();
        configuration.AddInMemoryCollection(given);
    }

    /// <summary>The file's Values, as Core Tools read them: the rest of the file is theirs alone.</summary>
    static void AddFile(this ConfigurationManager configuration, string path) => configuration.AddInMemoryCollection(
        JsonSettings.Read(path).GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
            value.Value)));
}
