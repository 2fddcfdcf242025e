using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Changes;

/// <summary>A change of a session: done once the seats row follows the session as it is now, or the session is over.</summary>
sealed class SessionChangeCompletion(ProgrammeQuery programme, SeatStore seats, TimeProvider clock) : IMessageCompletion
{
    public string Queue => Queues.SessionChanges;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation)
    {
        if (SessionId.Parse(message) is not { } id) return false;
        if (await programme.FindStoredAsync(id, cancellation) is not { } stored || stored.Session.IsPastAt(clock.GetUtcNow())) return true;

        return (await seats.ReadAsync(id, cancellation))?.Seats.Programme == stored.ETag;
    }
}
