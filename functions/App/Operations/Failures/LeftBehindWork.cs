using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff.Audit;

namespace ThaffFunctions.Operations.Failures;

/// <summary>The messages of all poison queues in words for staff, who have one tried again or take it from the list.</summary>
public sealed class LeftBehindWork(QueueServiceClient queues, MessageSender sender, NamedObjects objects)
{
    /// <summary>Some of each queue, if there are very many.</summary>
    public async Task<IReadOnlyList<LeftBehind>> LookAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll(Queues.All.Split(';').Select(queue => PeekAsync(queue, cancellation)));
        if (found.All(messages => messages.Messages.Count == 0)) return [];

        var nameOf = await objects.ReadAsync(cancellation);
        return
        [
            .. from one in found
               from message in one.Messages
               orderby message.InsertedOn
               select new LeftBehind(one.Queue, message.MessageId, LeftBehindWords.Of(one.Queue), AboutOf(message, nameOf),
                   message.InsertedOn),
        ];
    }

    /// <summary>
    /// Takes a message from its poison queue. To be tried again, it is put back first: cut off in between it is there twice, as any message
    /// may come twice.
    /// </summary>
    /// <param name="queue">The queue whose message it was.</param>
    /// <param name="id">The message in its poison queue.</param>
    /// <param name="isTriedAgain">Whether it is put back into its queue.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if it is not there any more, or somebody else is looking at it.</returns>
    public async Task<bool> TakeAsync(string queue, string id, bool isTriedAgain, CancellationToken cancellation)
    {
        if (!Queues.All.Split(';').Contains(queue)) return false;
        try
        {
            return await queues.GetQueueClient(queue + Queues.Poison).RemoveAsync(async message =>
            {
                if (message.MessageId != id) return false;
                if (isTriedAgain) await sender.SendAsync(queue, message.Body.ToString(), cancellation: cancellation);
                return true;
            }, cancellation) > 0;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    async Task<(string Queue, IReadOnlyList<PeekedMessage> Messages)> PeekAsync(string queue, CancellationToken cancellation)
    {
        try
        {
            return (queue, (await queues.GetQueueClient(queue + Queues.Poison).PeekMessagesAsync(PoisonQueue.AtOnce, cancellation)).Value);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (queue, []); // elsewhere than in Azure the host makes it when it is needed
        }
    }

    /// <summary>A file, or what the ids in the message are called.</summary>
    static string? AboutOf(PeekedMessage message, Func<string, string?> nameOf)
    {
        var text = message.Body.ToString();
        try
        {
            return $"Datei „{BlobEvent.Parse(text).Name}“";
        }
        catch (FormatException)
        {
            return nameOf(text);
        }
    }
}
