using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by a message in a storage queue.</summary>
/// <param name="queueName">The queue's name, or <c>%Setting%</c> that holds it.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue's name as written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the storage connection; <c>AzureWebJobsStorage</c> when left out.</summary>
    public string? Connection { get; set; }
}
