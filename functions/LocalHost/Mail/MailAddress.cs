namespace ThaffFunctions.LocalHost.Mail;

sealed record MailAddress(string? Email, string? Name);
