using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Finds what no event told of, or what came of a change in the programme: notes that differ from what was handled last. Announces what was cut off before it could be.</summary>
public sealed partial class ReconcileDocumentation(
    Manuscripts manuscripts, DocumentationStore store, FirstPublications first, MessageSender messages, ILogger<ReconcileDocumentation> log)
{
    [Function(nameof(ReconcileDocumentation))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var entries = await store.AllAsync(cancellation);
        foreach (var entry in entries.Where(entry => entry.AwaitsAnnouncement)) await first.AnnounceAsync(entry.Id, cancellation);

        var handled = entries.ToDictionary(entry => entry.Id, entry => entry.Handled);
        await foreach (var manuscript in manuscripts.AllAsync(cancellation))
        {
            if (!handled.Remove(manuscript.Id, out var before) || before != manuscript.Fingerprint) await SendAsync(manuscript.Id, cancellation);
        }

        foreach (var (id, before) in handled)
        {
            if (before != NotesFolder.NoNotes) await SendAsync(id, cancellation);
        }
    }

    async Task SendAsync(SessionId id, CancellationToken cancellation)
    {
        await messages.SendAsync(Queues.Publications, id.Value, cancellation: cancellation);
        Log.Found(log, id);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Notes of {Session} are not what was handled last; sent to be published")]
        public static partial void Found(ILogger log, SessionId session);
    }
}
