using Azure.Storage.Queues;

namespace ThaffFunctions.Shared.Storage;

/// <summary>Puts ids on queues. Messages never expire by themselves (the service's default is seven days).</summary>
public sealed class MessageSender(QueueServiceClient queues)
{
    static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <param name="queue">One of <see cref="Queues"/>.</param>
    /// <param name="id">What the message is about.</param>
    /// <param name="delay">When it becomes visible; at most seven days. The service counts whole seconds: never earlier.</param>
    /// <param name="cancellation">Gives up sending.</param>
    public async Task SendAsync(string queue, string id, TimeSpan delay = default, CancellationToken cancellation = default) =>
        await queues.GetQueueClient(queue).SendMessageAsync(id,
            delay == default ? null : TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds)), Forever, cancellation);
}
