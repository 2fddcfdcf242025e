using System.Text.Json;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Where a request must not say null: as an item of a list, or for a header, a substitution or a custom argument.</summary>
static class NullRule
{
    static readonly string[] s_maps = ["headers", "substitutions", "custom_args"];

    /// <summary>The first place that breaks it, such as <c>personalizations.0.to.1</c>, or <see langword="null"/>.</summary>
    public static string? Broken(JsonElement request) => Broken(request, "", isWanted: false)?.TrimStart('.');

    static string? Broken(JsonElement json, string path, bool isWanted) => json.ValueKind switch
    {
        JsonValueKind.Null when isWanted => path,
        JsonValueKind.Array => json.EnumerateArray().Select((item, at) => Broken(item, $"{path}.{at}", isWanted: true))
            .FirstOrDefault(place => place is not null),
        JsonValueKind.Object => json.EnumerateObject()
            .Select(field => Broken(field.Value, $"{path}.{field.Name}", isWanted: s_maps.Contains(path.Split('.')[^1])))
            .FirstOrDefault(place => place is not null),
        _ => null,
    };
}
