namespace ThaffFunctions.Mail;

/// <summary>
/// Which mails an address no longer gets: all (there is no such mailbox), or those of the mailing list (its owner asked for that).
/// </summary>
public enum SuppressionScope { Everything, MailingList }
