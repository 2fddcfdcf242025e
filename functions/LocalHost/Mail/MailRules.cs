using System.Text;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>SendGrid's v3 rules for a request as a whole. Source: Twilio SendGrid, "Mail Send: limitations" and "errors".</summary>
static class MailRules
{
    const int MaxPersonalizations = 1_000;
    const int MaxRecipients = 1_000;
    const int MaxCategories = 10;
    const int MaxCategoryLength = 255;
    const int MaxCustomArgsBytes = 10_000;

    static readonly string[] s_reservedHeaders =
    [
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject",
        "reply-to", "cc", "bcc",
    ];

    public static IEnumerable<MailProblem> Problems(MailRequest mail, DateTimeOffset now) =>
    [
        .. Recipients(mail),
        .. (mail.Personalizations ?? []).SelectMany((one, at) => PersonalizationRules.Problems(one, $"personalizations.{at}", mail, now)),
        .. Sender(mail),
        .. Subject(mail),
        .. ContentRules.Problems(mail),
        .. (mail.Attachments ?? []).SelectMany((attachment, at) => ContentRules.Problems(attachment, $"attachments.{at}")),
        .. Headers(mail.Headers, "headers"),
        .. Categories(mail.Categories ?? []),
        .. CustomArgs(mail),
        .. SendAt(mail.SendAt, "send_at", now),
    ];

    public static IEnumerable<MailProblem> Headers(Dictionary<string, string>? headers, string field)
    {
        foreach (var (name, value) in headers ?? [])
        {
            if (s_reservedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return new($"One or more of the headers you are trying to set is a reserved field: {name}.", $"{field}.{name}");
            if (value.AsSpan().ContainsAny('\r', '\n'))
                yield return new("The header's value must not contain CR or LF.", $"{field}.{name}");
        }
    }

    public static IEnumerable<MailProblem> SendAt(long? sendAt, string field, DateTimeOffset now)
    {
        if (sendAt > now.AddHours(72).ToUnixTimeSeconds())
            yield return new("The send_at parameter must not be more than 72 hours in the future.", field);
    }

    static IEnumerable<MailProblem> Recipients(MailRequest mail)
    {
        if (mail.Personalizations is not { Count: > 0 } personalizations)
        {
            yield return new("The personalizations field is required and must have at least one personalization.", "personalizations");
            yield break;
        }

        if (personalizations.Count > MaxPersonalizations)
            yield return new($"The personalizations field must not have more than {MaxPersonalizations} items.", "personalizations");
        if (personalizations.Sum(one => one.Recipients().Count()) > MaxRecipients)
            yield return new($"A request must not have more than {MaxRecipients} recipients in to, cc and bcc.", "personalizations");

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (one, at) in personalizations.Select((one, at) => (one, at)))
            foreach (var (place, address) in one.Recipients())
                if (address.Email is not null && !seen.Add(address.Email))
                    yield return new("Each email address should be unique between to, cc, and bcc. We found a duplicate of "
                        + $"[{address.Email}].", $"personalizations.{at}.{place}.email");
    }

    static IEnumerable<MailProblem> Sender(MailRequest mail)
    {
        if (string.IsNullOrEmpty(mail.From?.Email))
            yield return new("The from object must be provided for every email send. It is an object that requires the email parameter, "
                + "but may also contain a name parameter.", "from.email");
        else if (!EmailAddressRule.Holds(mail.From.Email))
            yield return new(EmailAddressRule.Message, "from.email");
        if (mail.ReplyTo is { } reply && !EmailAddressRule.Holds(reply.Email))
            yield return new(EmailAddressRule.Message, "reply_to.email");
    }

    static IEnumerable<MailProblem> Subject(MailRequest mail)
    {
        var everyMailHasOne = mail.Personalizations is { Count: > 0 } all && all.All(one => !string.IsNullOrEmpty(one.Subject));
        if (string.IsNullOrEmpty(mail.Subject) && !everyMailHasOne && mail.TemplateId is null)
            yield return new("The subject is required. You can get around this requirement if you use a template with a subject defined "
                + "or if every personalization has a subject defined.", "subject");
        if (mail.Subject.AsSpan().ContainsAny('\r', '\n'))
            yield return new("The subject must not contain CR or LF.", "subject");
    }

    static IEnumerable<MailProblem> Categories(IReadOnlyList<string> categories)
    {
        if (categories.Count > MaxCategories)
            yield return new($"There must not be more than {MaxCategories} categories.", "categories");
        if (categories.Distinct(StringComparer.Ordinal).Count() != categories.Count)
            yield return new("Categories must be unique.", "categories");
        for (var at = 0; at < categories.Count; at++)
            if (categories[at].Length > MaxCategoryLength)
                yield return new($"A category must not be longer than {MaxCategoryLength} characters.", $"categories.{at}");
    }

    /// <summary>A mail has the custom arguments of the request and of its personalization; the limit applies to both together.</summary>
    static IEnumerable<MailProblem> CustomArgs(MailRequest mail)
    {
        var shared = Bytes(mail.CustomArgs);
        if (shared > MaxCustomArgsBytes) yield return TooLong("custom_args");
        for (var at = 0; at < mail.Personalizations?.Count; at++)
            if (mail.Personalizations[at].CustomArgs is { } own && shared + Bytes(own) > MaxCustomArgsBytes)
                yield return TooLong($"personalizations.{at}.custom_args");

        static MailProblem TooLong(string field) => new($"Custom arguments must not be longer than {MaxCustomArgsBytes} bytes.", field);
    }

    public static int Bytes(Dictionary<string, string>? values) =>
        (values ?? []).Sum(value => Encoding.UTF8.GetByteCount(value.Key) + Encoding.UTF8.GetByteCount(value.Value));
}
