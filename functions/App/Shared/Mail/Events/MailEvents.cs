using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Mail.Sending;

namespace ThaffFunctions.Shared.Mail.Events;

/// <summary>Applies events, each once and in any order: to the delivery it proves something about, and to the address that must not be mailed again.</summary>
public sealed partial class MailEvents(DeliveryStore deliveries, Suppression suppression, SeenEvents seen, ProductMetrics metrics, ILogger<MailEvents> log)
{
    public async Task ApplyAsync(MailEvent one, CancellationToken cancellation)
    {
        if (one.Id is not { Length: > 0 } || await seen.ContainsAsync(one, cancellation)) return;

        if (one.Stage is { } stage && DeliveryId.Parse(one.Delivery) is { } id) await AdvanceAsync(id, stage, one, cancellation);
        if (one.Suppresses is { } scope && EmailAddress.Read(one.Email).Address is { } address) await suppression.SuppressAsync(address, scope, cancellation);
        await seen.AddAsync(one, cancellation); // last: what is cut off before is done again, and does no harm
    }

    async Task AdvanceAsync(DeliveryId id, DeliveryState stage, MailEvent one, CancellationToken cancellation)
    {
        var reason = stage == DeliveryState.Bounced ? SendGridRefusal.WithoutAddresses($"{one.Name}: {one.Reason}") : null;
        var proven = false;
        await deliveries.ChangeAsync(id, delivery => Noting(delivery.Proven(stage, reason)), cancellation);
        if (!proven) return;

        metrics.CountDeliveries(stage.ToString().ToLowerInvariant());
        if (stage == DeliveryState.Bounced) Log.Bounced(log, id, reason!);

        Delivery? Noting(Delivery? changed)
        {
            proven = changed is not null;
            return changed;
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Delivery} came back: {Reason}")]
        public static partial void Bounced(ILogger log, DeliveryId delivery, string reason);
    }
}
