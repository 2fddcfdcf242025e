using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Mail;

/// <summary>
/// One mail for many recipients. Subject and HTML are the same for all but for placeholders (<see cref="Placeholder"/>); the text part
/// is made from the HTML.
/// </summary>
public sealed record MailBatch(string Subject, string Html, IReadOnlyList<BatchRecipient> Recipients)
{
    /// <summary>Stands in subject or HTML where the recipient's value goes.</summary>
    /// <param name="name">Lower-case letters and hyphens.</param>
    public static string Placeholder(string name) => $"%{name}%";

    /// <summary>All are skipped.</summary>
    public static MailBatch ToNobody(string reason) => new("", "", []) { WhySkipped = reason };

    /// <summary>What the rows of those say who are not among the recipients.</summary>
    public string WhySkipped { get; init; } = MailPreparation.NobodyThere;
}

/// <summary>One recipient of a batch.</summary>
/// <param name="Delivery">The row this is about.</param>
/// <param name="To">The recipient.</param>
/// <param name="ToName">The recipient's name; null where it is not known.</param>
/// <param name="Values">By placeholder name; as people read them, they are encoded for HTML when they are filled in.</param>
/// <param name="UnsubscribeLink">For mails to subscribers: stands in List-Unsubscribe (RFC 8058); null for all others.</param>
public sealed record BatchRecipient(
    DeliveryId Delivery, EmailAddress To, string? ToName, IReadOnlyDictionary<string, string> Values, Uri? UnsubscribeLink = null);

/// <summary>
/// Makes mails of one kind for many recipients at once: campaigns without a calendar part. Their deliveries stand in table deliveries, in partitions that hold
/// this kind only, and their message is the partition's name on queue <c>delivery-batches</c>.
/// </summary>
public interface IBatchComposer
{
    /// <summary>The kind of the deliveries it composes.</summary>
    string Kind { get; }

    /// <summary>What staff call it, in German, for example Einladung.</summary>
    string CalledByStaff => Kind;

    /// <param name="partition">The partition of table deliveries.</param>
    /// <param name="deliveries">Queued deliveries of it; whoever is missing among the batch's recipients is skipped.</param>
    /// <param name="cancellation">Gives up composing.</param>
    /// <returns>The mail; null while it may not be sent (the campaign is held or paused): the deliveries then stay queued.</returns>
    Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation);
}
