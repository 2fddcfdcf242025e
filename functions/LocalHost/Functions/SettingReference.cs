namespace ThaffFunctions.LocalHost.Functions;

/// <summary>
/// Resolves setting references in a trigger's properties: <c>%Schedule%</c> is replaced by the value of setting <c>Schedule</c>.
/// </summary>
static class SettingReference
{
    /// <summary>The value; <see langword="null"/> if the setting is missing or empty.</summary>
    public static string? Resolve(this IConfiguration configuration, string text)
    {
        if (text is not ['%', .. var name, '%']) return text;
        return configuration[name] is { Length: > 0 } value ? value : null;
    }
}
