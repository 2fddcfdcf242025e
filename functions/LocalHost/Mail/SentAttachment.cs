namespace ThaffFunctions.LocalHost.Mail;

/// <summary>An attachment; its content in base64.</summary>
sealed record SentAttachment(string Filename, string? Type, string Content);
