using Azure.Storage.Queues;

namespace ThaffFunctions.Shared.Storage;

static class QueueLength
{
    /// <summary>About how many messages a queue holds; null if it is not there.</summary>
    public static async Task<int?> LengthAsync(this QueueServiceClient queues, string name, CancellationToken cancellation)
    {
        var queue = queues.GetQueueClient(name);
        return await queue.ExistsAsync(cancellation) ? (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount : null;
    }
}
