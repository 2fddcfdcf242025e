using Azure.Data.Tables;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

/// <summary>Changes that staff make on their pages: stored and told as an import's are, and kept by the next import.</summary>
public sealed class ProgrammeEdit(ProgrammeStore store, ProgrammeAnnouncement announcement, SessionTies ties, TimeProvider clock)
{
    /// <exception cref="TableTransactionFailedException">The row was changed since it was read (412).</exception>
    public async Task SaveAsync(StoredSession read, Session edited, CancellationToken cancellation)
    {
        if (SessionDifference.Between(read.Session, edited, clock.GetUtcNow()) is not { } changed) return;

        await store.WriteAsync([read with { Session = changed, FileSays = ProgrammeMerge.AfterEdit(read, edited) }], cancellation);
        await announcement.TellAsync(cancellation);
    }

    /// <summary>A session that was deleted may be made again: what its file still says of it is known, and changes nothing.</summary>
    /// <returns>False if there is a session with this id.</returns>
    public async Task<bool> AddAsync(Session session, CancellationToken cancellation)
    {
        var made = SessionDifference.Between(null, session, clock.GetUtcNow())!;
        var added = await store.FindWithDeletedAsync(session.Id, cancellation) is { IsDeleted: true } deleted
            ? deleted with { Session = made, FileSays = ProgrammeMerge.AfterEdit(deleted, made), IsDeleted = false }
            : StoredSession.MadeByStaff(made);
        if (!await OptimisticConcurrency.TryAsync(() => store.WriteAsync([added], cancellation))) return false;

        await announcement.TellAsync(cancellation);
        return true;
    }

    /// <summary>
    /// Takes a session out of the programme that nobody knows of. Who registers at this moment is heard of afterwards: then it is put back.
    /// </summary>
    /// <returns>Why it stays; empty if it is deleted.</returns>
    /// <exception cref="Azure.RequestFailedException">The row was changed since it was read (412).</exception>
    public async Task<IReadOnlyList<string>> DeleteAsync(StoredSession read, CancellationToken cancellation)
    {
        if (await ties.OfAsync(read.Session, cancellation) is { Count: > 0 } before) return before;

        await store.SetDeletedAsync(read, isDeleted: true, cancellation);
        await announcement.TellAsync(cancellation);
        return await store.FindAsync(read.Session.Id, cancellation) is null ? [] : await ties.OfAsync(read.Session, cancellation);
    }

    /// <summary>What looks like a mistake in when a session is, as a sentence for staff; empty if nothing does.</summary>
    /// <param name="before">As it was; null if it is new.</param>
    /// <param name="session">As it is now.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string> DoubtsAsync(Session? before, Session session, CancellationToken cancellation)
    {
        var programme = (await store.AllAsync(cancellation)).Select(row => row.Session).ToList();
        var now = clock.GetUtcNow();
        return string.Concat(SessionWarnings.OfMove(before, session, now).Concat(SessionWarnings.Of([session], programme, now))
            .Select(doubt => $" Bitte prüfen Sie: {doubt}"));
    }
}
