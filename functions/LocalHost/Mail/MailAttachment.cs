namespace ThaffFunctions.LocalHost.Mail;

sealed record MailAttachment(string? Content, string? Type, string? Filename, string? Disposition, string? ContentId);
