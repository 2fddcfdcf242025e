using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

/// <summary>
/// Tells other slices of every change that is stored and not told yet; a crash in between only tells twice. A session that was deleted
/// while somebody registered for it is put back.
/// </summary>
public sealed class ProgrammeAnnouncement(ProgrammeStore store, SessionTies ties, MessageSender messages)
{
    public async Task TellAsync(CancellationToken cancellation)
    {
        await foreach (var change in store.UnannouncedAsync().WithCancellation(cancellation))
        {
            if (change.IsDeleted && (await ties.OfAsync(change.Session, cancellation)).Count > 0)
                await OptimisticConcurrency.TryAsync(() => store.SetDeletedAsync(change, isDeleted: false, cancellation));
            await messages.SendAsync(Queues.SessionChanges, change.Session.Id.Value, cancellation: cancellation);
            await store.MarkAnnouncedAsync(change, cancellation);
        }
    }
}
