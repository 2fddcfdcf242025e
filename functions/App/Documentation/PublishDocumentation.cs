using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>A session's notes may have come to rest: publish, replace or withdraw its documentation.</summary>
public sealed class PublishDocumentation(Publisher publisher, MessageSender messages, IOptions<DocumentationOptions> options)
{
    [Function(nameof(PublishDocumentation))]
    public async Task Run([QueueTrigger(Queues.Publications, Connection = Queues.Connection)] string session, CancellationToken cancellation)
    {
        var id = SessionId.Parse(session) ?? throw new FormatException("The message is not a session's id.");
        var unrest = await publisher.PublishAsync(id, options.Value.Quiet, cancellation);
        if (unrest > TimeSpan.Zero)
            await messages.SendAsync(Queues.Publications, id.Value, unrest, cancellation);
        else
            await messages.SendAsync(Queues.YearVolumes, id.Value[..4], options.Value.Quiet, cancellation); // sees by itself whether anything changed
    }
}
