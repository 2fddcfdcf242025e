using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>
/// Mails that were handed over without an answer, and no event told of them within the grace time: each is queued once more, the second
/// time staff are told.
/// </summary>
public sealed class UnansweredMails(DeliveryStore deliveries, DeliveryResults results, IOptions<SendGridOptions> options,
    TimeProvider clock)
{
    public async Task SettleAsync(OpenPartition open, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - options.Value.Grace;
        FormattableString overdue = $"State eq {nameof(DeliveryState.Sending)} and SendingSince lt {since}";
        await foreach (var delivery in deliveries.QueryAsync(open.Table, open.Partition, overdue, cancellation))
        {
            var settled = await deliveries.ChangeAsync(delivery.Id, now => StillOverdue(now, since) ? now.Unanswered() : null,
                cancellation);
            if (settled is { State: DeliveryState.Failed }) await results.TellAsync([settled]);
        }
    }

    static bool StillOverdue(Delivery delivery, DateTimeOffset since) =>
        delivery.State == DeliveryState.Sending && delivery.SendingSince < since;
}
