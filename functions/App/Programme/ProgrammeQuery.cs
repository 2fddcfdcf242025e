namespace ThaffFunctions.Programme;

/// <summary>Read access to the programme for other slices.</summary>
public sealed class ProgrammeQuery(ProgrammeStore store)
{
    public async Task<Session?> FindAsync(SessionId id, CancellationToken cancellation) =>
        (await store.FindAsync(id, cancellation))?.Session;

    /// <summary>The session with the ETag of its row, by which a reader can tell later whether the row has changed.</summary>
    public Task<StoredSession?> FindStoredAsync(SessionId id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    /// <summary>All sessions, including past and cancelled ones; the earliest first.</summary>
    public async Task<IReadOnlyList<Session>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await store.AllAsync(cancellation)).Select(stored => stored.Session).OrderBy(session => session.Start)
            .ThenBy(session => session.Id.Value, StringComparer.Ordinal),
    ];
}
