namespace ThaffFunctions.Mail;

/// <summary>
/// What an address no longer gets: everything (there is no mailbox), or only what the mailing list sends (they asked us to stop).
/// </summary>
public enum SuppressionScope { Everything, MailingList }
