using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Recovery;

/// <summary>The mails of a partition of table deliveries: done once none of them waits to be sent.</summary>
sealed class BatchCompletion(DeliveryStore deliveries) : IMessageCompletion
{
    public string Queue => Queues.DeliveryBatches;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        !await deliveries.UnsettledAsync(Tables.Deliveries, BatchMessage.Read(message).Partition, cancellation).AnyAsync(cancellation);
}
