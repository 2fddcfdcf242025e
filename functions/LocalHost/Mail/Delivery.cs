using System.Globalization;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Makes the mails of a request: one for each personalization.</summary>
static class Delivery
{
    public static IReadOnlyList<SentMail> Of(MailRequest request, string messageId, DateTimeOffset now) =>
        [.. request.Personalizations!.Select((one, at) =>
            Of(request, one, string.Create(CultureInfo.InvariantCulture, $"{messageId}.local-{at}"), now))];

    static SentMail Of(MailRequest request, Personalization one, string id, DateTimeOffset now) => new()
    {
        Id = id,
        To = Listed(one.To)!,
        ToName = one.To![0].Name,
        Cc = Listed(one.Cc),
        Bcc = Listed(one.Bcc),
        From = request.From!.Email!,
        FromName = request.From.Name,
        ReplyTo = request.ReplyTo?.Email,
        Subject = Filled(one.Subject ?? request.Subject, one) ?? $"(template {request.TemplateId})",
        Text = Filled(Part(request, "text/plain"), one),
        Html = Filled(Part(request, "text/html"), one),
        Headers = Merged(request.Headers, one.Headers).ToDictionary(header => header.Key, header => Filled(header.Value, one)!),
        Attachments = [.. (request.Attachments ?? [])
            .Select(attachment => new SentAttachment(attachment.Filename!, attachment.Type, attachment.Content!))],
        CustomArgs = Merged(request.CustomArgs, one.CustomArgs),
        Categories = request.Categories ?? [],
        ReceivedAt = now,
    };

    static string? Part(MailRequest request, string type) => request.Content?.FirstOrDefault(part => part.Type == type)?.Value;

    static string? Listed(IReadOnlyList<MailAddress>? addresses) =>
        addresses is { Count: > 0 } ? string.Join(", ", addresses.Select(address => address.Email)) : null;

    static string? Filled(string? text, Personalization one) =>
        (one.Substitutions ?? []).Aggregate(text,
            (filled, substitution) => filled?.Replace(substitution.Key, substitution.Value, StringComparison.Ordinal));

    static Dictionary<string, string> Merged(Dictionary<string, string>? shared, Dictionary<string, string>? own)
    {
        Dictionary<string, string> merged = new(shared ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in own ?? []) merged[name] = value;
        return merged;
    }
}
