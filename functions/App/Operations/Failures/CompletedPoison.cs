using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Failures;

/// <summary>Removes poison messages whose work a timer has done since; all others stay as they are.</summary>
public sealed partial class CompletedPoison(QueueServiceClient queues, IEnumerable<IMessageCompletion> works, ILogger<CompletedPoison> log)
{
    /// <summary>The queue service hands out so many at a time.</summary>
    const int AtOnce = 32;

    /// <summary>In one run; the next one goes on.</summary>
    const int MaxRounds = 20;

    /// <summary>How long nobody else sees a message that is being looked at.</summary>
    static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    public async Task RemoveAsync(CancellationToken cancellation)
    {
        foreach (var work in works)
        {
            try
            {
                var poison = queues.GetQueueClient(work.Queue + Queues.Poison);
                if ((await poison.ExistsAsync(cancellation)).Value) await RemoveAsync(poison, work, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested) // whatever it is: what is left must be counted and told
            {
                Log.NotRemoved(log, work.Queue, failure.GetType().Name);
            }
        }
    }

    async Task RemoveAsync(QueueClient poison, IMessageCompletion work, CancellationToken cancellation)
    {
        List<QueueMessage> open = [];
        for (var round = 0; round < MaxRounds; round++)
        {
            var messages = (await poison.ReceiveMessagesAsync(AtOnce, Hidden, cancellation)).Value;
            foreach (var message in messages)
            {
                if (!await IsDoneAsync(work, message, cancellation))
                {
                    open.Add(message);
                    continue;
                }

                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                Log.Removed(log, work.Queue);
            }

            if (messages.Length < AtOnce) break;
        }

        foreach (var message in open) // to be seen again at once, by people too
            await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero, cancellation);
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
        [LoggerMessage(LogLevel.Information, "A poison message of {Queue} was removed: its work has been done since")]
        public static partial void Removed(ILogger log, string queue);

        [LoggerMessage(LogLevel.Warning, "Poison messages of {Queue} could not be looked through: {Failure}; the next run tries again")]
        public static partial void NotRemoved(ILogger log, string queue, string failure);
    }
}
