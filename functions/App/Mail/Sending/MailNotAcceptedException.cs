namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// The mail service did not take mails; thrown so that the host repeats the message and at last puts it into the poison queue.
/// </summary>
sealed class MailNotAcceptedException(string reason) : Exception(reason);
