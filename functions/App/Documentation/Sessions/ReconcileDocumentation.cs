using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>
/// Finds sessions whose published documentation does not match its source: an event was lost, the programme changed, or a publication was
/// interrupted.
/// </summary>
public sealed partial class ReconcileDocumentation(
    SessionSources sources, PublishedStore store, MessageSender messages, ILogger<ReconcileDocumentation> log)
{
    [Function(nameof(ReconcileDocumentation))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var published = await store.SessionSnapshotsAsync(cancellation);
        await foreach (var notes in sources.AllAsync(cancellation))
        {
            if (!published.Remove(notes.Id, out var snapshot) || !IsSettled(snapshot, notes.Fingerprint))
                await SendAsync(notes.Id, cancellation);
        }

        foreach (var (id, snapshot) in published)
        {
            if (!IsSettled(snapshot, NotesFolder.NoNotes)) await SendAsync(id, cancellation);
        }
    }

    static bool IsSettled(PublishedSnapshot snapshot, string fingerprint) =>
        snapshot.IsCurrentFor(fingerprint) && !snapshot.Entry.AwaitsAnnouncement;

    async Task SendAsync(SessionId id, CancellationToken cancellation)
    {
        await messages.SendAsync(Queues.Publications, id.Value, cancellation: cancellation);
        Log.Found(log, id);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The documentation of {Session} does not match its notes; a message to publish it was sent")]
        public static partial void Found(ILogger log, SessionId session);
    }
}
