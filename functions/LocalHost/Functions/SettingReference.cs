namespace ThaffFunctions.LocalHost.Functions;

/// <summary>A trigger's text that may name a setting: <c>%Schedule%</c> stands for the value of <c>Schedule</c>.</summary>
static class SettingReference
{
    /// <summary>The value; <see langword="null"/> when the setting is missing or empty.</summary>
    public static string? Resolve(this IConfiguration configuration, string text)
    {
        if (text is not ['%', .. var name, '%']) return text;
        return configuration[name] is { Length: > 0 } value ? value : null;
    }
}
