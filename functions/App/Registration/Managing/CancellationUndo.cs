using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Managing;

/// <summary>Takes one's own cancellation back, while that is allowed and a seat is free. Doing it twice changes nothing.</summary>
public sealed class CancellationUndo(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, ReturningApplicants returning, ProgrammeQuery programme,
    TimeProvider clock)
{
    /// <summary>How long after it a cancellation may be taken back.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(10);

    /// <summary>Until when a cancellation may be taken back now; null if it may not.</summary>
    public async Task<DateTimeOffset?> PossibleUntilAsync(Attendee attendee, Session session, CancellationToken cancellation) =>
        Until(attendee, session, clock.GetUtcNow()) is { } until
        && await seats.ReadAsync(session.Id, cancellation) is { } stored && stored.Seats.Of(attendee.Mode).HasFreeSeat
        && await returning.MayReturnAsync(attendee, cancellation)
            ? until
            : null;

    /// <returns>Whether the attendee has a seat now.</returns>
    public async Task<bool> UndoAsync(SessionId session, string attendeeKey, Language language, CancellationToken cancellation)
    {
        await locks.ChangeAsync(session, () => TryUndoAsync(session, attendeeKey, language, cancellation), cancellation);
        return await registrations.FindAttendeeAsync(session, attendeeKey, cancellation) is { State: AttendeeState.Seated };
    }

    async Task TryUndoAsync(SessionId id, string attendeeKey, Language language, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(id, cancellation);
        if (stored is null || await programme.FindAsync(id, cancellation) is not { } session) return;
        if (await registrations.FindAttendeeAsync(id, attendeeKey, cancellation) is not { } attendee) return;
        if (!stored.Seats.Of(attendee.Mode).HasFreeSeat) return;
        if (Until(attendee, session, now) is null || !await returning.MayReturnAsync(attendee, cancellation)) return;

        var seated = attendee with
        {
            State = AttendeeState.Seated,
            Revision = attendee.Revision + 1,
            Language = language,
            CancelledAt = null,
        };
        await seats.Begin(id).Replace(stored.Seats.Take(attendee.Mode), stored.ETag)
            .PutAndTell(seated, RegistrationMailKind.Seated, now).SubmitAsync(cancellation);
    }

    static DateTimeOffset? Until(Attendee attendee, Session session, DateTimeOffset now) =>
        attendee.State == AttendeeState.Cancelled && attendee.CancelledAt + Time is { } until && now < until
        && !session.IsCancelled && now < session.Start
            ? until
            : null;
}
