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

    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
