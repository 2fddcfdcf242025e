using ThaffFunctions.Mail;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>What the mailing list knows of an address.</summary>
/// <param name="Email">The address that was asked for.</param>
/// <param name="Subscriber">Null if it does not stand on the list and did not.</param>
/// <param name="Suppressed">Whether it may be mailed; null if nothing speaks against it.</param>
public sealed record FoundSubscriber(EmailAddress Email, Subscriber? Subscriber, SuppressedAddress? Suppressed);
