using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Finds what no event told of, what came of a change in the programme, and what was cut off: sessions whose documentation is not in line with their notes.</summary>
public sealed partial class ReconcileDocumentation(Manuscripts manuscripts, Shelf shelf, MessageSender messages, ILogger<ReconcileDocumentation> log)
{
    [Function(nameof(ReconcileDocumentation))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var standings = await shelf.SeeAllAsync(cancellation);
        await foreach (var manuscript in manuscripts.AllAsync(cancellation))
        {
            if (!standings.Remove(manuscript.Id, out var standing) || !standing.IsSettledWith(manuscript)) await SendAsync(manuscript.Id, cancellation);
        }

        foreach (var (id, standing) in standings)
        {
            if (!standing.IsSettledWith(Manuscript.None(id))) await SendAsync(id, cancellation);
        }
    }

    async Task SendAsync(SessionId id, CancellationToken cancellation)
    {
        await messages.SendAsync(Queues.Publications, id.Value, cancellation: cancellation);
        Log.Found(log, id);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Documentation of {Session} is not in line with its notes; sent to be published")]
        public static partial void Found(ILogger log, SessionId session);
    }
}
