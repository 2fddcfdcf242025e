using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Publishes, replaces or withdraws the documentation of a session, once its notes have been unchanged for some seconds.</summary>
public sealed class PublishDocumentation(SessionPublisher publisher, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishDocumentation))]
    public async Task Run(
        [QueueTrigger(Queues.Publications, Connection = Queues.Connection)] string session, CancellationToken cancellation)
    {
        var id = SessionId.Parse(session) ?? throw new FormatException("The message is not a session's id.");
        var wait = await publisher.PublishAsync(id, options.Value.Quiet, cancellation);
        if (wait > TimeSpan.Zero)
            await messages.SendAsync(Queues.Publications, id.Value, wait, cancellation);
        else
            await messages.SendAsync(Queues.YearVolumes, id.Value[..4], options.Value.Quiet, cancellation); // idempotent
    }
}
