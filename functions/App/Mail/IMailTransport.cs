using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail;

/// <summary>The seam to the mail service.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Hands the request over once: repeating is up to the caller, since a request without an answer may have been accepted. Not cancelled
    /// when the host stops: what is on its way is worth the wait for its answer.
    /// </summary>
    Task<SendOutcome> SendAsync(MailRequest request);
}
