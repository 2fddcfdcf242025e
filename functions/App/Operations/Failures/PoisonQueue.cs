using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace ThaffFunctions.Operations.Failures;

/// <summary>Goes through the messages of a poison queue, which hands them out to one reader at a time.</summary>
static class PoisonQueue
{
    /// <summary>The queue service hands out so many at a time.</summary>
    public const int AtOnce = 32;

    /// <summary>In one run; the next one goes on.</summary>
    const int MaxRounds = 20;

    /// <summary>How long nobody else sees a message that is being looked at.</summary>
    static readonly TimeSpan Hidden = TimeSpan.FromMinutes(2);

    /// <summary>Removes the messages that may go; all others are seen again at once.</summary>
    /// <param name="poison">A queue that there is.</param>
    /// <param name="mayGo">Asked for each message, before it is removed.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were removed.</returns>
    public static async Task<int> RemoveAsync(
        this QueueClient poison, Func<QueueMessage, Task<bool>> mayGo, CancellationToken cancellation)
    {
        var removed = 0;
        List<QueueMessage> open = [];
        try
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                var messages = (await poison.ReceiveMessagesAsync(AtOnce, Hidden, cancellation)).Value;
                open.AddRange(messages);
                foreach (var message in messages)
                {
                    if (!await mayGo(message)) continue;

                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                    open.Remove(message);
                    removed++;
                }

                if (messages.Length < AtOnce) break;
            }
        }
        finally
        {
            foreach (var message in open) // to be seen again at once, by people too, also if something failed meanwhile
                await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero, CancellationToken.None);
        }

        return removed;
    }
}
