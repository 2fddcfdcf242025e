namespace ThaffFunctions.Programme.Staff;

/// <summary>What another slice tells staff of a session; the slice registers it.</summary>
/// <returns>null if there is nothing to tell.</returns>
public delegate Task<SessionNote?> SessionNoteProvider(Session session, CancellationToken cancellation);
