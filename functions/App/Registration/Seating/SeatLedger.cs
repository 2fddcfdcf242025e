using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// The seats of all sessions: take one, give one back, follow the programme. Mails go out after what causes them is stored.
/// </summary>
public sealed class SeatLedger
{
    readonly ConcurrentDictionary<SessionId, SeatDesk> desks = new();
    readonly Func<SessionId, SeatDesk> open;
    readonly RegistrationStore store;
    readonly ReturningApplicants returning;
    readonly ProgrammeQuery programme;
    readonly BackgroundSender sender;
    readonly ProductMetrics metrics;
    readonly TimeProvider clock;

    public SeatLedger(
        RegistrationStore store, ProgrammeQuery programme, BackgroundSender sender, ProductMetrics metrics,
        IOptions<RegistrationOptions> options, TimeProvider clock)
    {
        (this.store, this.programme, this.sender, this.metrics, this.clock) = (store, programme, sender, metrics, clock);
        returning = new ReturningApplicants(store, programme, options, clock);
        open = session => new SeatDesk(session, store, programme, Publish, clock);
    }

    /// <summary>
    /// A seat or a place on the waiting list for each, whichever is next; with an address that is known, an application to be settled after
    /// the answer.
    /// </summary>
    /// <param name="together">Who applies together for a session, in their order: each gets what is next. The first applies for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SeatOutcome> TakeAsync(IReadOnlyList<Applicant> together, CancellationToken cancellation)
    {
        var id = together[0].Session;
        var first = store.KeyOf(together[0]);
        IReadOnlyList<Applicant> applicants =
            [together[0], .. together.Skip(1).Select(colleague => colleague with { RegisteredBy = first })];
        var desk = Desk(id);
        var outcome = await desk.TakeAsync(applicants);
        if (outcome is SeatOutcome.UnknownSession && await programme.FindAsync(id, cancellation) is not null)
        {
            // the import's message has not arrived yet
            await FollowAsync(id, cancellation);
            outcome = await desk.TakeAsync(applicants);
        }

        // anybody can make up ids; none of them is remembered
        if (outcome is SeatOutcome.UnknownSession) desks.TryRemove(id, out _);
        foreach (var _ in applicants) metrics.CountRegistration(outcome.GetType().Name);
        return outcome;
    }

    /// <summary>
    /// Decides on an application with a known address. Doing it twice changes nothing. It does not hold up the desk: who registers
    /// meanwhile must not feel it.
    /// </summary>
    public async Task SettleAsync(SessionId session, string application, CancellationToken cancellation) =>
        Publish(await OptimisticConcurrency.RetryAsync(
            async () => await store.FindApplicationAsync(session, application, cancellation) is { } pending
                ? await returning.TrySettleAsync(pending, cancellation)
                : [],
            cancellation));

    /// <summary>Gives the place back and seats the first in line, in one transaction. Doing it twice changes nothing.</summary>
    /// <param name="session">The session.</param>
    /// <param name="attendeeKey">Who cancels.</param>
    /// <param name="language">Of their mails from now on; null: as before.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CancelAsync(SessionId session, string attendeeKey, Language? language, CancellationToken cancellation) =>
        ChangeAsync(session, () => TryCancelAsync(session, attendeeKey, language, overdue: null, cancellation), cancellation);

    /// <summary>Takes one's own cancellation back, while that is allowed and a seat is free. Doing it twice changes nothing.</summary>
    /// <returns>Whether the attendee has a seat now.</returns>
    public async Task<bool> UndoCancellingAsync(
        SessionId session, string attendeeKey, Language language, CancellationToken cancellation)
    {
        await ChangeAsync(session, () => TryUndoAsync(session, attendeeKey, language, cancellation), cancellation);
        return await store.FindAttendeeAsync(session, attendeeKey, cancellation) is { State: AttendeeState.Seated };
    }

    /// <summary>Until when a cancellation may be taken back now; null if it may not.</summary>
    public async Task<DateTimeOffset?> UndoableUntilAsync(Attendee attendee, Session session, CancellationToken cancellation) =>
        attendee.UndoableUntil(session, clock.GetUtcNow()) is { } until
        && await store.ReadSeatsAsync(session.Id, cancellation) is { } stored && stored.Seats.Of(attendee.Mode).HasFreeSeat
        && await returning.MayReturnAsync(attendee, cancellation)
            ? until
            : null;

    /// <summary>
    /// Gives the place back for a free seat of the other kind, in one transaction; who waits for the one that was left moves up. Who waits
    /// for seats that were withdrawn, and finds none of the other kind, waits for those, where their place is. Doing it twice changes
    /// nothing.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="attendeeKey">Who switches.</param>
    /// <param name="to">How they take part then.</param>
    /// <param name="language">Of their mails from now on; null: as before.</param>
    /// <param name="isConfirmed">Whether they show by it that they want the seat: they do it themselves, not staff for them.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SeatChange> SwitchAsync(
        SessionId session, string attendeeKey, AttendanceMode to, Language? language, bool isConfirmed, CancellationToken cancellation) =>
        ChangeAsync(session, () => TrySwitchAsync(session, attendeeKey, to, language, isConfirmed, cancellation), cancellation);

    /// <summary>
    /// Gives the place back in the same way and erases what is known of the person, in one transaction. No mail tells of it, since there is
    /// no address left; counts are numbers in other rows and stay. Doing it twice changes nothing.
    /// </summary>
    public Task EraseAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        ChangeAsync(session, () => TryEraseAsync(session, attendeeKey, cancellation), cancellation);

    /// <summary>
    /// Gives a free seat to somebody who waits. Staff choose whom when nobody moves up by themselves any more, because the session begins
    /// within a day.
    /// </summary>
    public Task<SeatChange> SeatAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        ChangeAsync(session, () => TrySeatAsync(session, attendeeKey, cancellation), cancellation);

    /// <summary>Sends the mail that tells somebody how they stand once more.</summary>
    /// <returns>False if they cancelled, or are gone.</returns>
    public async Task<bool> MailAgainAsync(SessionId session, string attendeeKey, CancellationToken cancellation)
    {
        var next = await OptimisticConcurrency.RetryAsync(
            async () => await store.FindAttendeeAsync(session, attendeeKey, cancellation) is { State: not AttendeeState.Cancelled } attendee
                ? await store.Begin(session).PutAndRepeat(attendee, clock.GetUtcNow()).SubmitAsync(cancellation)
                : [],
            cancellation);
        Publish(next);
        return next.Count > 0;
    }

    /// <summary>The same as cancelling for a seat that was not confirmed in time, if it is still the one that was read.</summary>
    public Task ReleaseUnconfirmedAsync(Attendee overdue, CancellationToken cancellation) => ChangeAsync(
        overdue.Session, () => TryCancelAsync(overdue.Session, overdue.Key, language: null, overdue, cancellation), cancellation);

    /// <summary>
    /// The seats row takes over from the programme as it is now: capacity, and when and where. Fewer seats never unseat anyone; more go to
    /// those who wait, in order.
    /// </summary>
    public async Task FollowAsync(SessionId session, CancellationToken cancellation)
    {
        while (await ChangeAsync(session, () => TryFollowAsync(session, cancellation), cancellation) > 0)
        {
            // there may be more to promote than one transaction holds
        }
    }

    SeatDesk Desk(SessionId session) => desks.GetOrAdd(session, open);

    void Publish(IReadOnlyList<OutboxMessage> next)
    {
        foreach (var (queue, id) in next) sender.Post(queue, id);
    }

    /// <returns>How many messages it caused.</returns>
    async Task<int> ChangeAsync(SessionId session, Func<Task<IReadOnlyList<OutboxMessage>>> change, CancellationToken cancellation)
    {
        var next = await Desk(session).AloneAsync(() => OptimisticConcurrency.RetryAsync(change, cancellation), cancellation);
        Publish(next);
        return next.Count;
    }

    async Task<SeatChange> ChangeAsync(SessionId session, Func<Task<(SeatChange, IReadOnlyList<OutboxMessage>)>> change,
        CancellationToken cancellation)
    {
        var became = SeatChange.Gone;
        await ChangeAsync(session, async () =>
        {
            (became, var next) = await change();
            return next;
        }, cancellation);
        return became;
    }

    async Task<IReadOnlyList<OutboxMessage>> TryCancelAsync(SessionId session, string attendeeKey, Language? language, Attendee? overdue,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(session, cancellation);
        var attendee = await store.FindAttendeeAsync(session, attendeeKey, cancellation);
        if (stored is null || attendee is null or { State: AttendeeState.Cancelled }) return [];
        if (overdue is not null && !(attendee.IsUnconfirmedSeat && attendee.StateMail == overdue.StateMail)) return [];

        var seats = stored.Seats.Release(attendee.State, attendee.Mode);
        var cancelled = attendee with
        {
            State = AttendeeState.Cancelled,
            Revision = attendee.Revision + 1,
            Language = language ?? attendee.Language,
            CancelledAt = overdue is null && attendee.State == AttendeeState.Seated ? now : null,
        };
        var promoted = await NextAsync(seats, leaving: attendee, now, cancellation);
        var kind = overdue is null ? RegistrationMail.KindOfCancelled(attendee.State) : RegistrationMail.Lapsed;
        var leavesLine = attendee.State == AttendeeState.Waiting && await store.IsCurrentAsync(attendee, cancellation);
        return await Begin(session, stored, seats, [new(attendee, cancelled, kind, leavesLine)], promoted, now).SubmitAsync(cancellation);
    }

    async Task<IReadOnlyList<OutboxMessage>> TryUndoAsync(
        SessionId id, string attendeeKey, Language language, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(id, cancellation);
        if (stored is null || await programme.FindAsync(id, cancellation) is not { } session) return [];
        if (await store.FindAttendeeAsync(id, attendeeKey, cancellation) is not { } attendee) return [];
        if (!stored.Seats.Of(attendee.Mode).HasFreeSeat) return [];
        if (attendee.UndoableUntil(session, now) is null || !await returning.MayReturnAsync(attendee, cancellation)) return [];

        var seated = attendee with
        {
            State = AttendeeState.Seated,
            Revision = attendee.Revision + 1,
            Language = language,
            CancelledAt = null,
        };
        return await store.Begin(id).Replace(stored.Seats.Take(attendee.Mode), stored.ETag)
            .PutAndTell(seated, RegistrationMail.Seated, now).SubmitAsync(cancellation);
    }

    async Task<(SeatChange, IReadOnlyList<OutboxMessage>)> TrySwitchAsync(
        SessionId id, string attendeeKey, AttendanceMode to, Language? language, bool isConfirmed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(id, cancellation);
        var attendee = await store.FindAttendeeAsync(id, attendeeKey, cancellation);
        if (stored is null || attendee is null or { State: AttendeeState.Cancelled }) return (SeatChange.Gone, []);
        if (attendee.Mode == to) return (SeatChange.AlreadySo, []);
        if (await programme.FindAsync(id, cancellation) is not { IsCancelled: false } session || now >= session.Start)
            return (SeatChange.TooLate, []);

        var hasSeat = stored.Seats.CanSwitch(attendee.State, attendee.Mode, to);
        if (!hasSeat && !stored.Seats.WaitsInVain(attendee.State, attendee.Mode)) return (SeatChange.NoneFree, []);

        var seats = hasSeat ? stored.Seats.Release(attendee.State, attendee.Mode).Take(to) : stored.Seats.ChangeLine();
        var switched = attendee with
        {
            Mode = to,
            State = hasSeat ? AttendeeState.Seated : AttendeeState.Waiting,
            Revision = attendee.Revision + 1,
            Language = language ?? attendee.Language,
            ConfirmedAt = isConfirmed ? now : attendee.ConfirmedAt,
        };
        var promoted = await NextAsync(seats, leaving: attendee, now, cancellation);
        var leavesLine = attendee.State == AttendeeState.Waiting && await store.IsCurrentAsync(attendee, cancellation);
        var kind = hasSeat ? RegistrationMail.Switched : RegistrationMail.KindOf(AttendeeState.Waiting);
        var transaction = Begin(id, stored, seats, [new(attendee, switched, kind, leavesLine)], promoted, now);
        return hasSeat ? (SeatChange.Seated, await transaction.SubmitAsync(cancellation))
            : (SeatChange.Waiting, await transaction.JoinLine(switched).SubmitAsync(cancellation));
    }

    async Task<(SeatChange, IReadOnlyList<OutboxMessage>)> TrySeatAsync(
        SessionId id, string attendeeKey, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(id, cancellation);
        var attendee = await store.FindAttendeeAsync(id, attendeeKey, cancellation);
        if (stored is not { Seats: var seats } || attendee is null or { State: AttendeeState.Cancelled }) return (SeatChange.Gone, []);
        if (attendee.State == AttendeeState.Seated) return (SeatChange.AlreadySo, []);
        if (await programme.FindAsync(id, cancellation) is not { IsCancelled: false } session || session.IsPastAt(now))
            return (SeatChange.TooLate, []);
        if (seats.Of(attendee.Mode) is var pool && pool.Taken >= pool.Capacity) return (SeatChange.NoneFree, []);

        var seated = attendee with { State = AttendeeState.Seated, Revision = attendee.Revision + 1 };
        var leavesLine = await store.IsCurrentAsync(attendee, cancellation);
        var change = new Change(attendee, seated, RegistrationMail.Promoted, leavesLine);
        return (SeatChange.Seated,
            await Begin(id, stored, seats.Promote(attendee.Mode), [change], [], now).SubmitAsync(cancellation));
    }

    async Task<IReadOnlyList<OutboxMessage>> TryEraseAsync(SessionId session, string attendeeKey, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(session, cancellation);
        var attendee = await store.FindAttendeeAsync(session, attendeeKey, cancellation);
        if (stored is null || attendee is null) return [];

        var address = await store.FindAddressAsync(session, attendee.Email, cancellation);
        var request = await store.FindNewsletterRequestAsync(session, attendeeKey, cancellation);
        var isInLine = attendee.State == AttendeeState.Waiting && await store.IsCurrentAsync(attendee, cancellation);
        var seats = stored.Seats.Release(attendee.State, attendee.Mode);
        var promoted = await NextAsync(seats, leaving: attendee, now, cancellation);
        return await Begin(session, stored, seats, [], promoted, now)
            .Erase(attendee, address, isInLine, hasNewsletterRequest: request is not null).SubmitAsync(cancellation);
    }

    /// <summary>Who moves up when somebody leaves; nobody, or the first in line.</summary>
    async Task<IReadOnlyList<Attendee>> NextAsync(Seats seats, Attendee leaving, DateTimeOffset now, CancellationToken cancellation) =>
        await MayPromoteAsync(seats, leaving, now, cancellation)
            ? await store.FirstInLineAsync(leaving.Session, leaving.Mode, 1, except: leaving.Key, cancellation)
            : [];

    async Task<bool> MayPromoteAsync(Seats seats, Attendee leaving, DateTimeOffset now, CancellationToken cancellation) =>
        seats.Of(leaving.Mode).Promotable > 0 && await programme.FindAsync(leaving.Session, cancellation) is { } session
        && seats.PromotableAt(now, session, leaving.Mode) > 0;

    /// <summary>The row first, then the programme: whoever read an older programme finds the row changed when it writes.</summary>
    async Task<IReadOnlyList<OutboxMessage>> TryFollowAsync(SessionId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.ReadSeatsAsync(id, cancellation);
        if (await programme.FindStoredAsync(id, cancellation) is not { } programmed) return [];
        if (stored is null)
        {
            var isFirst = await store.AddSeatsAsync(id, Seats.Of(programmed), cancellation);
            return isFirst ? [] : await TryFollowAsync(id, cancellation);
        }

        var seats = stored.Seats.Follow(programmed, now);
        List<Attendee> promoted = [];
        foreach (var mode in Enum.GetValues<AttendanceMode>())
        {
            var promotable = Math.Min(seats.PromotableAt(now, programmed.Session, mode), MaxPromotedAtOnce - promoted.Count);
            if (promotable > 0) promoted.AddRange(await store.FirstInLineAsync(id, mode, promotable, except: null, cancellation));
        }

        return seats == stored.Seats && promoted.Count == 0
            ? []
            : await Begin(id, stored, seats, [], promoted, now).SubmitAsync(cancellation);
    }

    /// <summary>Each promotion needs three rows (attendee, waiting list, delivery); one more is the seats row.</summary>
    const int MaxPromotedAtOnce = (TableRows.TransactionSize - 1) / 3;

    SeatTransaction Begin(
        SessionId session, StoredSeats stored, Seats seats, List<Change> changed, IReadOnlyList<Attendee> promoted, DateTimeOffset now)
    {
        foreach (var attendee in promoted)
        {
            seats = seats.Promote(attendee.Mode);
            var seated = attendee with { State = AttendeeState.Seated, Revision = attendee.Revision + 1 };
            changed.Add(new(attendee, seated, RegistrationMail.Promoted, LeavesLine: true));
        }

        var transaction = store.Begin(session).Replace(seats, stored.ETag);
        foreach (var (before, after, kind, leavesLine) in changed)
        {
            transaction.PutAndTell(after, kind, now);
            if (leavesLine) transaction.LeaveLine(before);
        }

        return transaction;
    }

    /// <param name="Before">The attendee as it was read.</param>
    /// <param name="After">As it becomes.</param>
    /// <param name="Kind">Of the mail that tells of it.</param>
    /// <param name="LeavesLine">Whether a row of the waiting list goes with it.</param>
    sealed record Change(Attendee Before, Attendee After, string Kind, bool LeavesLine);
}
