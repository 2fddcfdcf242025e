namespace ThaffFunctions.Programme;

/// <summary>The programme, for everybody who asks.</summary>
public sealed class ProgrammeQuery(ProgrammeStore store)
{
    public async Task<Session?> FindAsync(SessionId id, CancellationToken cancellation) =>
        (await store.FindAsync(id, cancellation))?.Session;

    /// <summary>With the ETag of its row, by which a reader can tell later whether it is still this one.</summary>
    public Task<StoredSession?> FindStoredAsync(SessionId id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    /// <summary>Every session, past and cancelled ones included, the earliest first.</summary>
    public async Task<IReadOnlyList<Session>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await store.AllAsync(cancellation)).Select(stored => stored.Session).OrderBy(session => session.Start)
            .ThenBy(session => session.Id.Value, StringComparer.Ordinal),
    ];
}
