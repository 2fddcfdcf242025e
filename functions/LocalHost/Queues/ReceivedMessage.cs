using System.Globalization;
using Azure.Storage.Queues.Models;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>
/// A message that is being handled. Each extension of its visibility timeout changes the pop receipt; only the newest receipt is valid.
/// </summary>
sealed class ReceivedMessage(QueueMessage message, BinaryData? body)
{
    public string Id => message.MessageId;

    public string Receipt { get; set; } = message.PopReceipt;

    public long DequeueCount => message.DequeueCount;

    /// <summary>The body as stored in the queue.</summary>
    public BinaryData Raw => message.Body;

    /// <summary>The body for the function; <see langword="null"/> if it isn't base64 although host.json says so.</summary>
    public BinaryData? Body => body;

    /// <summary>The metadata that a function can bind to by name.</summary>
    public Dictionary<string, string?> Values => new()
    {
        ["QueueTrigger"] = body?.ToString(),
        ["Id"] = message.MessageId,
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["PopReceipt"] = message.PopReceipt,
        ["InsertionTime"] = message.InsertedOn?.ToString("O", CultureInfo.InvariantCulture),
        ["ExpirationTime"] = message.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture),
        ["NextVisibleTime"] = message.NextVisibleOn?.ToString("O", CultureInfo.InvariantCulture),
    };
}
