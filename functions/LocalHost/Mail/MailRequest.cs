using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The body of <c>POST /v3/mail/send</c>, as far as the stand-in looks at it.</summary>
sealed record MailRequest
{
    public IReadOnlyList<Personalization>? Personalizations { get; init; }
    public MailAddress? From { get; init; }
    public MailAddress? ReplyTo { get; init; }
    public string? Subject { get; init; }
    public IReadOnlyList<MailContent>? Content { get; init; }
    public IReadOnlyList<MailAttachment>? Attachments { get; init; }
    public string? TemplateId { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
    public IReadOnlyList<string>? Categories { get; init; }
    public Dictionary<string, string>? CustomArgs { get; init; }
    public long? SendAt { get; init; }

    /// <summary>A template whose data is JSON; older ones take substitutions.</summary>
    [JsonIgnore]
    public bool UsesDynamicTemplate => TemplateId?.StartsWith("d-", StringComparison.Ordinal) == true;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}

/// <summary>One mail of a request: to whom, and what differs from the others.</summary>
sealed record Personalization
{
    public IReadOnlyList<MailAddress>? To { get; init; }
    public IReadOnlyList<MailAddress>? Cc { get; init; }
    public IReadOnlyList<MailAddress>? Bcc { get; init; }
    public string? Subject { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
    public Dictionary<string, string>? Substitutions { get; init; }
    public Dictionary<string, string>? CustomArgs { get; init; }
    public long? SendAt { get; init; }

    /// <summary>Every recipient with its place in the request, such as <c>to.0</c>.</summary>
    public IEnumerable<(string Place, MailAddress Address)> Recipients() =>
        Placed("to", To).Concat(Placed("cc", Cc)).Concat(Placed("bcc", Bcc));

    static IEnumerable<(string, MailAddress)> Placed(string field, IReadOnlyList<MailAddress>? addresses) =>
        (addresses ?? []).Select((address, at) => ($"{field}.{at}", address));
}

sealed record MailAddress(string? Email, string? Name);

sealed record MailContent(string? Type, string? Value);

sealed record MailAttachment(string? Content, string? Type, string? Filename, string? Disposition, string? ContentId);
