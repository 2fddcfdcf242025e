namespace ThaffFunctions.LocalHost.Mail;

sealed record MailContent(string? Type, string? Value);
