using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Origins as browsers send them (RFC 6454), separated by <c>;</c>: scheme, host in lower case and port, nothing behind. Others would never
/// match.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OriginsAttribute()
: ValidationAttribute("{0} holds something that is no origin, such as https://www.example.org without a path or a slash at the end.")
{
    public static string[] Split(string origins) =>
        origins.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override bool IsValid(object? value) => value is string origins && Split(origins).All(IsOrigin);

    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri.GetLeftPart(UriPartial.Authority) == text;
}
