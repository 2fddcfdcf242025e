namespace ThaffFunctions.Programme.Staff;

/// <summary>
/// What another slice keeps of a session, so that it cannot be deleted; the slice registers it. It is asked once more right after the
/// session was deleted: then nothing may be added to what it answers.
/// </summary>
/// <returns>A sentence for staff; null if there is nothing.</returns>
public delegate Task<string?> SessionTie(Session session, CancellationToken cancellation);
