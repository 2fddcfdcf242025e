using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Sends queued deliveries of one partition of table deliveries, as many as one request takes (<see cref="SendGridOptions.BatchSize"/>).
/// While there are more, another message says from which row to go on, so that no row is read again for each batch. Rows are claimed
/// before: two workers may share a partition, and nobody gets two mails. What was left behind is found by the timer for lost messages,
/// whose message begins at the first row.
/// <para>A process looks at, claims and sends one batch after the other: if it ends, at most one is accepted and its rows do not say so;
/// and what was paused or left meanwhile holds for the next.</para>
/// </summary>
public sealed class DeliverBatch(
    DeliveryStore deliveries, MailComposers composers, MailThrottle throttle, BatchPreparation preparation, BatchSending sending,
    MessageSender messages, [FromKeyedServices(nameof(DeliverBatch))] FewAtOnce turn, IOptions<SendGridOptions> options)
{
    [Function(nameof(DeliverBatch))]
    public async Task Run([QueueTrigger(Queues.DeliveryBatches, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        if (!await turn.TryRunAsync(() => DeliverAsync(message, cancellation), cancellation)) // no try of the message is used up by it
            await messages.SendAsync(Queues.DeliveryBatches, message, cancellation: cancellation);
    }

    async Task DeliverAsync(string message, CancellationToken cancellation)
    {
        var (partition, after) = BatchMessage.Read(message);
        // A row of an unknown kind must not stand before the others; the timer that finds lost messages has it fail by itself.
        var queued = await deliveries.DueAsync(partition, after, options.Value.BatchSize, cancellation)
            .Where(delivery => composers.IsBatch(delivery.Kind)).Take(options.Value.BatchSize).ToListAsync(cancellation);
        if (queued is []) return;
        if (await throttle.HoldsAsync(Queues.DeliveryBatches, message, cancellation)) return;
        if (await preparation.PrepareAsync(partition, queued, cancellation) is not { } mail) return; // whoever resumes it sends a message

        var recipients = mail.Recipients.Select(recipient => recipient.Delivery).ToHashSet();
        var claimed = await deliveries.ClaimAsync([.. queued.Where(delivery => recipients.Contains(delivery.Id))], cancellation);
        var wait = await sending.SendAsync(mail, claimed);

        if (wait is { } pausing) await messages.SendAsync(Queues.DeliveryBatches, message, pausing, cancellation);
        else if (mail.Later.Count > 0 || queued.Count == options.Value.BatchSize)
            await messages.SendAsync(Queues.DeliveryBatches, Rest(message, queued, mail.Later), cancellation: cancellation);
    }

    /// <summary>From the first that gets other words, or behind all of them.</summary>
    static string Rest(string message, IReadOnlyList<Delivery> queued, IReadOnlySet<DeliveryId> later) =>
        queued.TakeWhile(delivery => !later.Contains(delivery.Id)).LastOrDefault() is { } done ? BatchMessage.After(done.Id) : message;
}
