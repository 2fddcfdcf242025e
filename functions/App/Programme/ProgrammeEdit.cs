using Azure.Data.Tables;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

/// <summary>Changes that staff make on their pages: stored and told as an import's are, and kept by the next import.</summary>
public sealed class ProgrammeEdit(ProgrammeStore store, ProgrammeAnnouncement announcement, TimeProvider clock)
{
    /// <exception cref="TableTransactionFailedException">The row was changed since it was read (412).</exception>
    public async Task SaveAsync(StoredSession read, Session edited, CancellationToken cancellation)
    {
        if (SessionDifference.Between(read.Session, edited, clock.GetUtcNow()) is not { } changed) return;

        await store.WriteAsync([read with { Session = changed, FileSays = ProgrammeMerge.AfterEdit(read, edited) }], cancellation);
        await announcement.TellAsync(cancellation);
    }

    /// <returns>False if there is a session with this id.</returns>
    public async Task<bool> AddAsync(Session session, CancellationToken cancellation)
    {
        var added = StoredSession.MadeByStaff(SessionDifference.Between(null, session, clock.GetUtcNow())!);
        if (!await OptimisticConcurrency.TryAsync(() => store.WriteAsync([added], cancellation))) return false;

        await announcement.TellAsync(cancellation);
        return true;
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
