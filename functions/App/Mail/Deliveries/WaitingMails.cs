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

    /// <summary>A mail that rests is tried hourly, by a timer that may come somewhat later.</summary>
    static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(90);

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
        var now = clock.GetUtcNow();
        var late = now - DeliverySteps.Prompt;
        var tried = now - LongestRest;
        // Those of a mailing wait for their turn as usual; once staff pause it, nothing tries them any more, and nothing holds them up.
        var heldUp = open.Table == Tables.Deliveries
            ? (FormattableString)$"(State eq 'Queued' and WaitingSince gt '' and (QueuedAt ge {tried} or SendingSince ge {tried})) or (State eq 'Sending' and SendingSince lt {late})"
            : $"(State eq 'Queued' and (WaitingSince gt '' or QueuedAt lt {late})) or (State eq 'Sending' and (WaitingSince gt '' or SendingSince lt {late}))";
        return await deliveries.QueryAsync(open.Table, open.Partition, heldUp, cancellation).Take(MaxOfPartition).ToListAsync(cancellation);
    }
}
