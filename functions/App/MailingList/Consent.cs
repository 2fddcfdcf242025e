namespace ThaffFunctions.MailingList;

/// <summary>The proof of consent: who asked when, how and to which wording, and when and how the address confirmed it.</summary>
public sealed record Consent(DateTimeOffset AskedAt, string AskedVia, string Wording, DateTimeOffset ConfirmedAt, string ConfirmedVia);
