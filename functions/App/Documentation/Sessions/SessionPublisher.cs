using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Publishes the documentation of a session, and announces the first publication.</summary>
public sealed class SessionPublisher(
    Publisher publisher, SessionSources sources, SessionEditor editor, PublishedStore store, MessageSender messages)
{
    /// <returns>How long to wait before trying again; zero if the work is done.</returns>
    internal async Task<TimeSpan> PublishAsync(SessionId id, TimeSpan quiet, CancellationToken cancellation)
    {
        var wait = await publisher.PublishAsync(
            DocumentPath.Of(id), stop => sources.FindAsync(id, stop), editor.EditAsync, quiet, cancellation);
        if (wait == TimeSpan.Zero) await AnnounceAsync(id, cancellation);
        return wait;
    }

    /// <summary>At-least-once: after a crash between sending and saving, the message is sent again. The receiver is idempotent.</summary>
    async Task AnnounceAsync(SessionId id, CancellationToken cancellation)
    {
        if (await store.FindAsync(DocumentPath.Of(id), cancellation) is not { AwaitsAnnouncement: true } entry) return;

        await messages.SendAsync(Queues.FirstPublications, id.Value, cancellation: cancellation);
        await store.TrySaveAsync(entry with { IsAnnounced = true }, cancellation); // otherwise the timer repeats it
    }
}
