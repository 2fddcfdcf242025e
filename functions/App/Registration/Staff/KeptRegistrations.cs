using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Changes;

namespace ThaffFunctions.Registration.Staff;

/// <summary>Whether anybody ever registered for a session, so that it cannot be deleted.</summary>
sealed class KeptRegistrations(RegistrationStore store, ProgrammeQuery programme, ProgrammeUpdate update)
{
    /// <returns>A sentence for staff; null if nobody did.</returns>
    public async Task<string?> TieAsync(Session session, CancellationToken cancellation)
    {
        // once it is deleted, nobody registers any more who is not counted here
        if (await programme.FindAsync(session.Id, cancellation) is null) await update.FollowAsync(session.Id, cancellation);
        return await store.IsAnythingKeptAsync(session.Id, cancellation) ? "Dafür hat sich schon jemand angemeldet." : null;
    }
}
