using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>
/// Deliveries that are still queued long after their message was sent: it was lost, or it still waits; handling is idempotent, so a second
/// message does no harm. Each gets a new message, and the row stores when, so that messages do not pile up.
/// </summary>
public sealed class LostMessages(DeliveryStore deliveries, MailComposers composers, MessageSender messages, TimeProvider clock)
{
    static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    public async Task PostAgainAsync(OpenPartition open, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        FormattableString lost = $"State eq {nameof(DeliveryState.Queued)} and QueuedAt lt {now - Usual}";
        await foreach (var delivery in deliveries.QueryAsync(open.Table, open.Partition, lost, cancellation))
        {
            if (composers.IsBatch(delivery.Kind))
            {
                await messages.SendAsync(Queues.DeliveryBatches, open.Partition, cancellation: cancellation);
                return; // one message for the whole partition
            }
            await PostAsync(delivery.Id, now, cancellation);
        }
    }

    async Task PostAsync(DeliveryId id, DateTimeOffset now, CancellationToken cancellation)
    {
        var changed = await deliveries.ChangeAsync(
            id, delivery => delivery.State == DeliveryState.Queued && delivery.QueuedAt < now ? delivery.PostedAgain(now) : null,
            cancellation);
        if (changed is { State: DeliveryState.Queued })
            await messages.SendAsync(Queues.Deliveries, id.ToString(), cancellation: cancellation);
    }
}
