using System.Globalization;
using Azure.Storage.Queues.Models;

namespace ThaffFunctions.LocalHost.Queues;

/// <summary>A message being handled. Its receipt changes each time it is kept longer, and only the newest one settles it.</summary>
sealed class ReceivedMessage(QueueMessage message, BinaryData? body)
{
    public string Id => message.MessageId;

    public string Receipt { get; set; } = message.PopReceipt;

    public long DequeueCount => message.DequeueCount;

    /// <summary>The text as it stands in the queue.</summary>
    public BinaryData Raw => message.Body;

    /// <summary>The text as the function gets it; <see langword="null"/> when it isn't the base64 that host.json promises.</summary>
    public BinaryData? Body => body;

    /// <summary>What a function may ask for by name, beside the text.</summary>
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
