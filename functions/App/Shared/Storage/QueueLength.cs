using Azure.Storage.Queues;

namespace ThaffFunctions.Shared.Storage;

static class QueueLength
{
    /// <summary>The approximate number of messages in a queue; null if the queue does not exist.</summary>
    public static async Task<int?> LengthAsync(this QueueServiceClient queues, string name, CancellationToken cancellation)
    {
        var queue = queues.GetQueueClient(name);
        return await queue.ExistsAsync(cancellation) ? (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount : null;
    }
}
