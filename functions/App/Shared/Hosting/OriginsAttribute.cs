using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Validates origins separated by <c>;</c> in the form that browsers send (RFC 6454): scheme, host in lower case, port, no path. Any other
/// form would never match.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class OriginsAttribute()
: ValidationAttribute("{0} holds something that is no origin, such as https://www.example.org without a path or a slash at the end.")
{
    public static string[] Split(string origins) =>
        origins.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override bool IsValid(object? value) => value is string origins && Split(origins).All(IsOrigin);

    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri.GetLeftPart(UriPartial.Authority) == text;
}
