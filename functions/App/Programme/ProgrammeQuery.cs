namespace ThaffFunctions.Programme;

/// <summary>The programme, for everybody who asks.</summary>
public sealed class ProgrammeQuery(ProgrammeStore store)
{
    public async Task<Session?> FindAsync(SessionId id, CancellationToken cancellation) =>
        (await store.FindAsync(id, cancellation))?.Session;

    /// <summary>Every session, past and cancelled ones included, the earliest first.</summary>
    public async Task<IReadOnlyList<Session>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await store.AllAsync(cancellation)).Select(stored => stored.Session).OrderBy(session => session.Start)
            .ThenBy(session => session.Id.Value, StringComparer.Ordinal),
    ];
}
