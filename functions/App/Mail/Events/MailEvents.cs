using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Mail.Events;

/// <summary>
/// Applies events, each once and in any order: to the deliveries they prove something about, and to the addresses that must not be mailed
/// again.
/// </summary>
public sealed partial class MailEvents(DeliveryStore deliveries, Suppression suppression, SeenEvents seen, ProductMetrics metrics,
    ILogger<MailEvents> log)
{
    const int AtOnce = 16;

    public async Task ApplyAsync(IReadOnlyList<MailEvent> post, CancellationToken cancellation)
    {
        var fresh = await seen.NewAmongAsync(post, cancellation);
        await Parallel.ForEachAsync(
            fresh.GroupBy(one => one.Delivery),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (events, token) => await ApplyToOneAsync(DeliveryId.Parse(events.Key), [.. events], token));
        await seen.AddAsync(fresh, cancellation); // last: what is cut off before is done again, and does no harm
    }

    async Task ApplyToOneAsync(DeliveryId? id, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        if (id is not null) await AdvanceAsync(id, events, cancellation);
        foreach (var one in events)
        {
            if (one.Suppresses is { } scope && EmailAddress.Read(one.Email).Address is { } address)
                await suppression.SuppressAsync(address, scope, cancellation);
        }
    }

    async Task AdvanceAsync(DeliveryId id, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        Delivery? before = null;
        var after = await deliveries.ChangeAsync(id, delivery => Proven(before = delivery, events), cancellation);
        if (after is null || after.State == before?.State) return;

        metrics.CountDeliveries(after.State.ToString().ToLowerInvariant());
        if (after is { State: DeliveryState.Bounced, Reason: { } reason }) Log.Bounced(log, id, reason);
    }

    static Delivery? Proven(Delivery delivery, IReadOnlyList<MailEvent> events)
    {
        var proven = events.Aggregate(delivery,
            (state, one) => one.Stage is { } stage ? state.Proven(stage, ReasonOf(one)) ?? state : state);
        return proven.State == delivery.State ? null : proven;
    }

    static string? ReasonOf(MailEvent one) =>
        one.Stage == DeliveryState.Bounced ? SendGridRefusal.WithoutAddresses($"{one.Name}: {one.Reason}") : null;

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Delivery} came back: {Reason}")]
        public static partial void Bounced(ILogger log, DeliveryId delivery, string reason);
    }
}
