using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>
/// Deliveries that a worker claimed and never reported on: it got no answer, or it ended. If no event settles one within the grace time,
/// the claim has expired and the mail is sent again. Losing a mail is worse than sending it twice, so that is done several times, each
/// after a longer grace; then staff are told.
/// </summary>
public sealed class ExpiredClaimRecovery(
    DeliveryStore deliveries, DeliveryResults results, IOptions<SendGridOptions> options, TimeProvider clock)
{
    public async Task ReleaseAsync(OpenPartition open, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        FormattableString sending = $"State eq {nameof(DeliveryState.Sending)} and SendingSince lt {now - options.Value.Grace}";
        await foreach (var delivery in deliveries.QueryAsync(open.Table, open.Partition, sending, cancellation))
        {
            if (delivery.HasExpiredAt(now, options.Value.Grace)) await results.StoreAsync(
                [delivery], current => current.HasExpiredAt(now, options.Value.Grace) ? current.AfterExpiredClaim() : current);
        }
    }
}
