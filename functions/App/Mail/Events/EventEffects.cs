using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Events;

/// <summary>
/// What events change, in any order: the deliveries they prove something about (<see cref="MailEvent.Stage"/>), and the addresses that must
/// not be mailed again (<see cref="MailEvent.Suppresses"/>). A post may hold thousands of events; rows are read and written together, by
/// partition. Events about rows that are not deliveries are ignored.
/// </summary>
public sealed partial class EventEffects(DeliveryStore deliveries, Suppression suppression, SeenEvents seen, ProductMetrics metrics,
    ILogger<EventEffects> log)
{
    const int AtOnce = 16;

    public async Task ApplyAsync(IReadOnlyList<MailEvent> post, CancellationToken cancellation)
    {
        var partitions = post.Select(one => (Id: DeliveryId.Parse(one.Delivery), Event: one)).Where(one => one.Id is { IsOurs: true })
            .GroupBy(one => (one.Id!.Table, one.Id.Partition));
        await Parallel.ForEachAsync(
            partitions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (partition, token) => await AdvanceAsync(
                partition.Key.Table, partition.Key.Partition, partition.ToLookup(one => one.Id!.Row, one => one.Event), token));
        await SuppressAsync([.. post.Where(one => one.Suppresses is not null)], cancellation);
    }

    /// <summary>What an event proves is idempotent: told again, it changes nothing.</summary>
    async Task AdvanceAsync(string table, string partition, ILookup<string, MailEvent> events, CancellationToken cancellation)
    {
        var changed = await deliveries.ChangeAllAsync(
            table, partition, events.Select(row => row.Key), delivery => Proven(delivery, events[delivery.Id.Row]), cancellation);
        foreach (var (_, after) in changed)
        {
            metrics.CountDeliveries(after.State.ToString().ToLowerInvariant());
            if (after is { State: DeliveryState.Bounced, Reason: { } reason }) Log.Bounced(log, after.Id, reason);
        }
    }

    /// <summary>
    /// A suppression is not idempotent: between two tellings the address may have consented anew. So these events are remembered, at last:
    /// a run that was interrupted is repeated as a whole.
    /// </summary>
    async Task SuppressAsync(IReadOnlyList<MailEvent> post, CancellationToken cancellation)
    {
        var fresh = await seen.NewAmongAsync(post, cancellation);
        await suppression.SuppressAllAsync(
            fresh.Select(one => (EmailAddress.Read(one.Email).Address, Scope: one.Suppresses!.Value))
                .Where(one => one.Address is not null).Select(one => (one.Address!.Value, one.Scope)),
            cancellation);
        await seen.AddAsync(fresh, cancellation);
    }

    static Delivery? Proven(Delivery delivery, IEnumerable<MailEvent> events)
    {
        var proven = events.Aggregate(delivery, (state, one) => one.Stage is { } stage
            ? state.Proven(stage, stage == DeliveryState.Bounced ? one.Cause : null) ?? state
            : state);
        return proven.State == delivery.State ? null : proven;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Delivery} came back: {Reason}")]
        public static partial void Bounced(ILogger log, DeliveryId delivery, string reason);
    }
}
