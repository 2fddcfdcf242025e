namespace ThaffFunctions.LocalHost.Mail;

/// <summary>Why a request is refused, in SendGrid's shape.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Field">Where, such as <c>personalizations.3.to.0.email</c>.</param>
sealed record MailProblem(string Message, string? Field)
{
    public string? Help => Field is null ? null : "https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors";
}
