using Azure.Storage.Queues;

namespace ThaffFunctions.Shared.Storage;

/// <summary>Sends messages that contain ids. They never expire (the service's default is seven days).</summary>
public sealed class MessageSender(QueueServiceClient queues)
{
    static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <param name="queue">One of <see cref="Queues"/>.</param>
    /// <param name="id">What the message is about.</param>
    /// <param name="delay">After which time the message becomes visible; at most seven days. The service uses whole seconds, so the delay
    /// is rounded up.</param>
    public async Task SendAsync(string queue, string id, TimeSpan delay = default, CancellationToken cancellation = default) =>
        await queues.GetQueueClient(queue).SendMessageAsync(id,
            delay == default ? null : TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)), Forever, cancellation);
}
