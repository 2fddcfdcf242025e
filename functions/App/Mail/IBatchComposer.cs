using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Mail;

/// <summary>
/// Composes one mail for many recipients of a campaign; one with a calendar attachment has a single recipient. The deliveries are rows of
/// table deliveries, in partitions of this kind only, and their message is the partition's name on queue <c>delivery-batches</c>.
/// </summary>
public interface IBatchComposer
{
    /// <summary>The kind of the deliveries it composes.</summary>
    string Kind { get; }

    /// <summary>What staff call it, in German, for example Einladung.</summary>
    string CalledByStaff => Kind;

    /// <summary>
    /// What a delivery is about, in German, for staff who look for it: the session and the place in it, not the person and no key of a row.
    /// Null where its kind says enough.
    /// </summary>
    Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>The path of the page of the Redaktion that shows it, and where it can be sent again; null if there is none.</summary>
    string? StaffPathOf(Delivery delivery) => null;

    /// <param name="partition">The partition of table deliveries.</param>
    /// <param name="deliveries">Queued deliveries of it; whoever is neither among the batch's recipients nor among those for
    /// <see cref="MailBatch.Later"/> is skipped.</param>
    /// <returns>The mail; null while it may not be sent (the campaign is paused): the deliveries then stay queued.</returns>
    Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation);
}
