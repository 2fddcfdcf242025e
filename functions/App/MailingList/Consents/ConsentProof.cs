using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>What can be shown of the consents of one address.</summary>
/// <param name="Email">The address.</param>
/// <param name="State">How it stands now.</param>
/// <param name="LeftAt">When it left the list; null if it did not.</param>
/// <param name="Consents">The earliest first; none if nothing was ever confirmed.</param>
public sealed record ConsentProof(EmailAddress Email, SubscriberState State, DateTimeOffset? LeftAt, IReadOnlyList<Consent> Consents);
