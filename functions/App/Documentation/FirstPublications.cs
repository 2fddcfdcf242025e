using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Tells, once per session, that its documentation is public for the first time. Whoever is cut off between telling and remembering it tells
/// again: who listens does so by the session's id.
/// </summary>
public sealed class FirstPublications(DocumentationStore store, MessageSender messages)
{
    public async Task AnnounceAsync(SessionId id, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { AwaitsAnnouncement: true } entry) return;

        await messages.SendAsync(Queues.FirstPublications, id.Value, cancellation: cancellation);
        await store.TrySaveAsync(entry with { IsAnnounced = true }, cancellation); // changed meanwhile: the next look tells again
    }
}
