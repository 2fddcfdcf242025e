using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Sending;

/// <summary>
/// Sends the mail of one delivery. Queue messages are delivered at least once: a second message finds the row no longer queued, and of two
/// workers only one gets the claim. So one mail is sent.
/// </summary>
public sealed class DeliverMail(
    DeliveryStore deliveries, MailThrottle throttle, MailPreparation preparation, IMailTransport transport, DeliveryResults results)
{
    [Function(nameof(DeliverMail))]
    public async Task Run([QueueTrigger(Queues.Deliveries, Connection = Queues.Connection)] string message, CancellationToken cancellation)
    {
        var id = DeliveryId.Parse(message) ?? throw new FormatException("The message is not a delivery's id.");
        if (await deliveries.FindAsync(id, cancellation) is not { State: DeliveryState.Queued } delivery) return;
        if (await throttle.HoldsAsync(Queues.Deliveries, message, cancellation)) return;

        switch (await preparation.PrepareAsync(delivery, cancellation))
        {
            case Preparation.Ready(var mail):
                if (await deliveries.ClaimAsync([delivery with { Deadline = mail.Deadline }], cancellation) is not [var claimed]) return;
                await results.ApplyAsync(claimed, await transport.SendAsync(MailRequest.Of(claimed, mail)));
                break;
            case Preparation.Nobody(var reason):
                await results.SkipAsync([delivery], reason);
                break;
            case Preparation.Later(var until):
                await results.HoldAsync(delivery, until);
                break;
            case Preparation.Broken(var failure):
                await results.CountFailureAsync([delivery], failure);
                break;
        }
    }
}
