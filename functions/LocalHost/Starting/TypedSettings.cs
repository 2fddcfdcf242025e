namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Reads settings with other types than text.</summary>
static class TypedSettings
{
    /// <summary>The value of the setting, or the default if it is missing.</summary>
    /// <exception cref="CannotStartException">The value can't be read.</exception>
    public static T Read<T>(this IConfiguration configuration, string name, T otherwise) where T : struct
    {
        try
        {
            return configuration.GetValue(name, otherwise);
        }
        catch (InvalidOperationException)
        {
            var place = configuration is IConfigurationSection section ? $"{section.Path}:{name}" : name;
            throw new CannotStartException($"The setting {place} says '{configuration[name]}': write it as {Form<T>()}.");
        }
    }

    static string Form<T>() => typeof(T) switch
    {
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(TimeSpan) => "a time span such as 00:00:30",
        _ => "a whole number",
    };
}
