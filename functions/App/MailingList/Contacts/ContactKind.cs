namespace ThaffFunctions.MailingList.Contacts;

/// <summary>What an organisation of the mailing list is: a company, or a multiplier (a chamber, an office, a project).</summary>
public enum ContactKind { Company, Multiplier }
