using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// Mails that something holds up: the mail service does not take them, or they wait for long. Looked for in the partitions that have
/// unsettled deliveries, no others.
/// </summary>
public sealed class WaitingMails(OpenPartitions partitions, DeliveryStore deliveries, TimeProvider clock)
{
    /// <summary>How many of one partition are read: of a large mailing its own page has exact figures.</summary>
    public const int MaxOfPartition = 500;

    const int AtOnce = 8;

    /// <summary>Of each partition the first, at most <see cref="MaxOfPartition"/>, those that have waited longest first.</summary>
    public async Task<IReadOnlyList<Delivery>> FindAsync(CancellationToken cancellation)
    {
        List<Delivery> found = [];
        await foreach (var some in partitions.AllAsync(cancellation).Chunk(AtOnce).WithCancellation(cancellation))
            foreach (var waiting in await Task.WhenAll(some.Select(open => OfAsync(open, cancellation)))) found.AddRange(waiting);
        var now = clock.GetUtcNow();
        return [.. found.OrderBy(delivery => delivery.HeldUpSince(now))];
    }

    async Task<IReadOnlyList<Delivery>> OfAsync(OpenPartition open, CancellationToken cancellation)
    {
        var late = clock.GetUtcNow() - DeliverySteps.Prompt;
        var queuedBefore = open.Table == Tables.Deliveries ? DateTimeOffset.UnixEpoch : late; // a mailing's wait for their turn
        FormattableString heldUp =
            $"(State eq 'Queued' and (WaitingSince gt '' or QueuedAt lt {queuedBefore})) or (State eq 'Sending' and (WaitingSince gt '' or SendingSince lt {late}))";
        return await deliveries.QueryAsync(open.Table, open.Partition, heldUp, cancellation).Take(MaxOfPartition).ToListAsync(cancellation);
    }
}
