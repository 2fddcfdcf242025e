using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Failures;

/// <summary>Removes poison messages whose work a timer has done since; all others stay as they are.</summary>
public sealed partial class CompletedPoison(QueueServiceClient queues, IEnumerable<IMessageCompletion> works, ILogger<CompletedPoison> log)
{
    public async Task RemoveAsync(CancellationToken cancellation)
    {
        foreach (var work in works)
        {
            try
            {
                var poison = queues.GetQueueClient(work.Queue + Queues.Poison);
                if (!(await poison.ExistsAsync(cancellation)).Value) continue;

                var removed = await poison.RemoveAsync(message => IsDoneAsync(work, message, cancellation), cancellation);
                if (removed > 0) Log.Removed(log, removed, work.Queue);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested) // whatever it is: what is left must be counted and told
            {
                Log.NotRemoved(log, work.Queue, failure.GetType().Name);
            }
        }
    }

    static async Task<bool> IsDoneAsync(IMessageCompletion work, QueueMessage message, CancellationToken cancellation)
    {
        try
        {
            return await work.IsDoneAsync(message.Body.ToString(), cancellation);
        }
        catch (Exception failure) when (!failure.IsStorageAway())
        {
            return false; // whatever the message names cannot be looked at: somebody has to
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} poison messages of {Queue} were removed: their work has been done since")]
        public static partial void Removed(ILogger log, int count, string queue);

        [LoggerMessage(LogLevel.Warning, "Poison messages of {Queue} could not be looked through: {Failure}; the next run tries again")]
        public static partial void NotRemoved(ILogger log, string queue, string failure);
    }
}
