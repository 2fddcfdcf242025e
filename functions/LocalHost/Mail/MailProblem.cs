namespace ThaffFunctions.LocalHost.Mail;

/// <summary>A reason why a request is refused, in SendGrid's format.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Field">The field, such as <c>personalizations.3.to.0.email</c>.</param>
sealed record MailProblem(string Message, string? Field)
{
    public string? Help => Field is null ? null : "https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors";
}
