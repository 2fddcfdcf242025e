namespace ThaffFunctions.LocalHost.Mail;

/// <summary>A mail as its recipient would see it: substitutions made, headers merged.</summary>
sealed record SentMail
{
    /// <summary>SendGrid's <c>sg_message_id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The address; several are separated by a comma.</summary>
    public required string To { get; init; }
    public string? ToName { get; init; }
    public string? Cc { get; init; }
    public string? Bcc { get; init; }
    public required string From { get; init; }
    public string? FromName { get; init; }
    public string? ReplyTo { get; init; }
    public required string Subject { get; init; }
    public required string? Text { get; init; }
    public required string? Html { get; init; }
    public required Dictionary<string, string> Headers { get; init; }
    public required IReadOnlyList<SentAttachment> Attachments { get; init; }
    public required Dictionary<string, string> CustomArgs { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
