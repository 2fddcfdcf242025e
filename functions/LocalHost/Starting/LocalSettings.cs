namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The sources of settings; later ones override earlier ones: local.settings.sample.json (safe values of the app), local.settings.json (the
/// developer's values), environment variables, the command line.
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

    /// <summary>Reads the section Values, as Core Tools do; other sections are only for Core Tools.</summary>
    static void AddFile(this ConfigurationManager configuration, string path) => configuration.AddInMemoryCollection(
        JsonSettings.Read(path).GetSection("Values").AsEnumerable(makePathsRelative: true)
            .Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
            value.Value)));
}
