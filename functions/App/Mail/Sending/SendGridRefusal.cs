using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Reads why SendGrid refused for good: <c>{"errors":[{"message":…,"field":"personalizations.3.to.0.email"}]}</c>. A 429 is no refusal but
/// <see cref="SendOutcome.Throttled"/>.
/// </summary>
static partial class SendGridRefusal
{
    const int MaxReason = 500;

    /// <summary>
    /// A mail that is too large (413) is refused by whatever stands before the service; any other refusal is its own only in its own form.
    /// </summary>
    /// <returns>null if something else answered, such as a proxy with a page: that says nothing about the mail.</returns>
    public static SendOutcome.Refused? Read(int status, string body)
    {
        var errors = status is < 400 ? null : Errors(body) ?? (status == (int)HttpStatusCode.RequestEntityTooLarge ? [] : null);
        if (errors is null) return null;

        var named = errors.Select(error => RecipientField().Match(error.Field ?? "")).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var reason = SendGridWords.OfRefusal(status, errors.Select(error => $"{error.Field}: {error.Message?.TrimEnd('.')}"));
        return new(WithoutAddresses(reason), named.ToHashSet());
    }

    /// <summary>Reasons are kept and logged; addresses are neither.</summary>
    static string WithoutAddresses(string text)
    {
        var clean = Address().Replace(text, "(Adresse)");
        return Cut.To(clean, MaxReason);
    }

    /// <returns>null if it is not the service's own form: a gateway may answer in JSON, too.</returns>
    static List<Error>? Errors(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)?.Errors is { Count: > 0 } errors
                && errors.TrueForAll(error => error is { Message.Length: > 0 }) ? [.. errors.OfType<Error>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Answer(List<Error?>? Errors);

    sealed record Error(string? Message, string? Field);

    [GeneratedRegex(@"^personalizations\.(\d{1,4})\.")]
    private static partial Regex RecipientField();

    [GeneratedRegex(@"[^\s<>\[\]""',;:]+@[^\s<>\[\]""',;:]+")]
    private static partial Regex Address();
}
