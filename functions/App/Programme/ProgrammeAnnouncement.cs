using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

/// <summary>Tells other slices of every change that is stored and not told yet; a crash in between only tells twice.</summary>
public sealed class ProgrammeAnnouncement(ProgrammeStore store, MessageSender messages)
{
    public async Task TellAsync(CancellationToken cancellation)
    {
        await foreach (var change in store.UnannouncedAsync().WithCancellation(cancellation))
        {
            await messages.SendAsync(Queues.SessionChanges, change.Session.Id.Value, cancellation: cancellation);
            await store.MarkAnnouncedAsync(change, cancellation);
        }
    }
}
