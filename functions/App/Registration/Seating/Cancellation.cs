using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>Gives a place back and seats the first in line, in one transaction. Doing it twice changes nothing.</summary>
public sealed class Cancellation(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, Promotion promotion, TimeProvider clock)
{
    /// <param name="session">The session.</param>
    /// <param name="attendeeKey">Who cancels.</param>
    /// <param name="language">Of their mails from now on; null: as before.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CancelAsync(SessionId session, string attendeeKey, Language? language, CancellationToken cancellation) =>
        locks.ChangeAsync(session, () => TryCancelAsync(session, attendeeKey, language, overdue: null, cancellation), cancellation);

    /// <summary>The same for a seat that was not confirmed in time, if it is still the one that was read.</summary>
    public Task ReleaseUnconfirmedAsync(Attendee overdue, CancellationToken cancellation) => locks.ChangeAsync(
        overdue.Session, () => TryCancelAsync(overdue.Session, overdue.Key, language: null, overdue, cancellation), cancellation);

    async Task TryCancelAsync(
        SessionId session, string attendeeKey, Language? language, Attendee? overdue, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(session, cancellation);
        var attendee = await registrations.FindAttendeeAsync(session, attendeeKey, cancellation);
        if (stored is null || attendee is null or { State: AttendeeState.Cancelled }) return;
        if (overdue is not null && !(attendee.IsUnconfirmedSeat && attendee.StateMail == overdue.StateMail)) return;

        var cancelled = attendee with
        {
            State = AttendeeState.Cancelled,
            Revision = attendee.Revision + 1,
            Language = language ?? attendee.Language,
            CancelledAt = overdue is null && attendee.State == AttendeeState.Seated ? now : null,
        };
        var kind = overdue is null ? RegistrationMailKind.OfCancelled(attendee.State) : RegistrationMailKind.Lapsed;
        var after = stored.Seats.Release(attendee.State, attendee.Mode);
        var transaction = await promotion.BeginAsync(stored, after, leaving: attendee, now, cancellation);
        transaction.PutAndTell(cancelled, kind, now);
        if (await registrations.IsInLineAsync(attendee, cancellation)) transaction.LeaveLine(attendee);
        await transaction.SubmitAsync(cancellation);
    }
}
