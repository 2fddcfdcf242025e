using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>The mail of one delivery: done once it was sent, given up (staff were told then) or erased.</summary>
sealed class DeliveryCompletion(DeliveryStore deliveries) : IMessageCompletion
{
    public string Queue => Queues.Deliveries;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        DeliveryId.Parse(message) is { IsOurs: true } id
        && (await deliveries.FindAsync(id, cancellation) is not { } delivery || delivery.IsSettled());
}
