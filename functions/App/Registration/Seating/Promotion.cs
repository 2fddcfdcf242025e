using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;

namespace ThaffFunctions.Registration.Seating;

/// <summary>Who waits gets a seat that becomes free: the first in line by themselves, in the transaction that frees it.</summary>
public sealed class Promotion(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, ProgrammeQuery programme, TimeProvider clock)
{
    /// <summary>
    /// Replaces the seats row after somebody left their place, and gives the place to the first in line if that may still be.
    /// </summary>
    /// <param name="stored">The row that was read.</param>
    /// <param name="after">The numbers without the one who leaves.</param>
    /// <param name="leaving">Who leaves, as they were read.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancellation">Gives up reading.</param>
    internal async Task<SeatTransaction> BeginAsync(
        StoredSeats stored, Seats after, Attendee leaving, DateTimeOffset now, CancellationToken cancellation)
    {
        var mayMoveUp = after.Of(leaving.Mode).Promotable > 0
            && await programme.FindAsync(leaving.Session, cancellation) is { } session
            && after.PromotableAt(now, session, leaving.Mode) > 0;
        return Begin(leaving.Session, stored, after, mayMoveUp
            ? await registrations.FirstInLineAsync(leaving.Session, leaving.Mode, 1, except: leaving.Key, cancellation) : [], now);
    }

    /// <summary>Replaces the seats row and gives a seat to some who wait.</summary>
    internal SeatTransaction Begin(
        SessionId session, StoredSeats stored, Seats before, IReadOnlyList<Attendee> promoted, DateTimeOffset now)
    {
        var after = promoted.Aggregate(before, (numbers, attendee) => numbers.Promote(attendee.Mode));
        var transaction = seats.Begin(session).Replace(after, stored.ETag);
        foreach (var attendee in promoted)
            transaction.LeaveLine(attendee).PutAndTell(
                attendee with { State = AttendeeState.Seated, Revision = attendee.Revision + 1 }, RegistrationMailKind.Promoted, now);
        return transaction;
    }

    /// <summary>
    /// Gives a free seat to somebody who waits. Staff choose whom when nobody moves up by themselves any more, because the session begins
    /// within a day.
    /// </summary>
    public Task<SeatChange> SeatAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        locks.ChangeAsync(session, () => TrySeatAsync(session, attendeeKey, cancellation), cancellation);

    async Task<SeatChange> TrySeatAsync(SessionId id, string attendeeKey, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(id, cancellation);
        var attendee = await registrations.FindAttendeeAsync(id, attendeeKey, cancellation);
        if (stored is not { Seats: var before } || attendee is null or { State: AttendeeState.Cancelled }) return SeatChange.Gone;
        if (attendee.State == AttendeeState.Seated) return SeatChange.AlreadySo;
        if (await programme.FindAsync(id, cancellation) is not { IsCancelled: false } session || session.IsPastAt(now))
            return SeatChange.TooLate;
        if (before.Of(attendee.Mode) is var pool && pool.Taken >= pool.Capacity) return SeatChange.NoneFree;

        var seated = attendee with { State = AttendeeState.Seated, Revision = attendee.Revision + 1 };
        var leavesLine = await registrations.IsInLineAsync(attendee, cancellation);
        var transaction = seats.Begin(id).Replace(before.Promote(attendee.Mode), stored.ETag)
            .PutAndTell(seated, RegistrationMailKind.Promoted, now);
        if (leavesLine) transaction.LeaveLine(attendee);
        await transaction.SubmitAsync(cancellation);
        return SeatChange.Seated;
    }
}
