using System.Buffers.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>The queue of a queue trigger, and its poison queue.</summary>
sealed class TriggerQueue(string connection, string name, TimeSpan visibility, HostFile hostFile)
{
    readonly QueueClient _queue = new(connection, name);
    readonly QueueClient _poison = new(connection, $"{name}-poison");

    public string Name => name;

    public Uri Uri => _queue.Uri;

    /// <summary>The visibility timeout: how long a received message is invisible before it must be extended.</summary>
    public TimeSpan Visibility => visibility;

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(CancellationToken cancellation)
    {
        try
        {
            var messages = await _queue.ReceiveMessagesAsync(hostFile.BatchSize, visibility, cancellation);
            return [.. messages.Value.Select(message => new ReceivedMessage(message, Decode(message.Body)))];
        }
        catch (RequestFailedException problem) when (problem.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return [];
        }
    }

    public Task DeleteAsync(ReceivedMessage message) => _queue.DeleteMessageAsync(message.Id, message.Receipt);

    /// <summary>Makes the message invisible for this time from now on.</summary>
    public async Task HideAsync(ReceivedMessage message, TimeSpan time)
    {
        var updated = await _queue.UpdateMessageAsync(message.Id, message.Receipt, (BinaryData?)null, time);
        message.Receipt = updated.Value.PopReceipt;
    }

    public async Task PoisonAsync(ReceivedMessage message)
    {
        await _poison.CreateIfNotExistsAsync();
        await _poison.SendMessageAsync(message.Raw); // with the service's default time-to-live of a week, as in Azure's host
        await DeleteAsync(message);
    }

    BinaryData? Decode(BinaryData raw)
    {
        if (!hostFile.MessagesAreBase64) return raw;
        var text = raw.ToString();
        return Base64.IsValid(text) ? BinaryData.FromBytes(Convert.FromBase64String(text)) : null;
    }
}
