using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail;

/// <summary>One recipient of a batch.</summary>
/// <param name="Delivery">The row this is about.</param>
/// <param name="To">The recipient.</param>
/// <param name="ToName">The recipient's name; null where it is not known.</param>
/// <param name="Values">By placeholder name; as people read them, they are encoded for HTML when they are filled in.</param>
/// <param name="UnsubscribeLink">For mails to subscribers: stands in List-Unsubscribe (RFC 8058); null for all others.</param>
public sealed record BatchRecipient(
    DeliveryId Delivery, EmailAddress To, string? ToName, IReadOnlyDictionary<string, string> Values, Uri? UnsubscribeLink = null)
{
    /// <inheritdoc cref="OutgoingMail.WithoutMailbox"/>
    public Func<CancellationToken, Task>? WithoutMailbox { get; init; }
}
