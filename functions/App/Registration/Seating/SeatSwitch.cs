using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Gives a place back for a free seat of the other kind, in one transaction; who waits for the one that was left moves up. Who waits for
/// seats that were withdrawn, and finds none of the other kind, waits for those, where their place is. Doing it twice changes nothing.
/// </summary>
public sealed class SeatSwitch(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, Promotion promotion, ProgrammeQuery programme, TimeProvider clock)
{
    /// <param name="session">The session.</param>
    /// <param name="attendeeKey">Who switches.</param>
    /// <param name="to">How they take part then.</param>
    /// <param name="language">Of their mails from now on; null: as before.</param>
    /// <param name="isConfirmed">Whether they show by it that they want the seat: they do it themselves, not staff for them.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SeatChange> SwitchAsync(
        SessionId session, string attendeeKey, AttendanceMode to, Language? language, bool isConfirmed, CancellationToken cancellation) =>
        locks.ChangeAsync(session, () => TrySwitchAsync(session, attendeeKey, to, language, isConfirmed, cancellation), cancellation);

    async Task<SeatChange> TrySwitchAsync(
        SessionId id, string attendeeKey, AttendanceMode to, Language? language, bool isConfirmed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(id, cancellation);
        var attendee = await registrations.FindAttendeeAsync(id, attendeeKey, cancellation);
        if (stored is null || attendee is null or { State: AttendeeState.Cancelled }) return SeatChange.Gone;
        if (attendee.Mode == to) return SeatChange.AlreadySo;
        if (await programme.FindAsync(id, cancellation) is not { IsCancelled: false } session || now >= session.Start)
            return SeatChange.TooLate;

        var hasSeat = stored.Seats.CanSwitch(attendee.State, attendee.Mode, to);
        if (!hasSeat && !stored.Seats.WaitsInVain(attendee.State, attendee.Mode)) return SeatChange.NoneFree;

        var switched = attendee with
        {
            Mode = to,
            State = hasSeat ? AttendeeState.Seated : AttendeeState.Waiting,
            Revision = attendee.Revision + 1,
            Language = language ?? attendee.Language,
            ConfirmedAt = isConfirmed ? now : attendee.ConfirmedAt,
        };
        var kind = hasSeat ? RegistrationMailKind.Switched : RegistrationMailKind.Of(AttendeeState.Waiting);
        var after = hasSeat ? stored.Seats.Release(attendee.State, attendee.Mode).Take(to) : stored.Seats.ChangeLine();
        var transaction = (await promotion.BeginAsync(stored, after, leaving: attendee, now, cancellation)).PutAndTell(switched, kind, now);
        if (await registrations.IsInLineAsync(attendee, cancellation)) transaction.LeaveLine(attendee);
        if (!hasSeat) transaction.JoinLine(switched);
        await transaction.SubmitAsync(cancellation);
        return hasSeat ? SeatChange.Seated : SeatChange.Waiting;
    }
}
