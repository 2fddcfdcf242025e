using Azure;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Changes;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// The seats row of one session: capacity, as the programme last told, and how many places are taken. Numbers only; who has them stands in
/// the attendees' rows, and both change in one entity-group transaction. Whether registration is open is asked of the programme. Seats
/// online that are given out apart are a pool of their own in the same row, so that switching between both is one transaction too.
/// </summary>
public sealed record Seats(int Capacity, int Taken = 0, int Waiting = 0, int NextPlace = 1)
{
    /// <summary>
    /// The seats online that are given out apart; null where there are none. If the programme withdraws them while some are taken or waited
    /// for, the pool stays, with capacity 0: its attendees keep their seats, and <see cref="Capacity"/> is lower by their number.
    /// </summary>
    public SeatPool? Online { get; init; }

    /// <summary>
    /// The ETag of the session's row that the capacity was read from. A change of the programme replaces the seats row, so that a write
    /// based on the older session fails on the seats row's own ETag.
    /// </summary>
    public ETag Programme { get; init; }

    /// <summary>
    /// In place of <see cref="Programme"/>, once the session is not in the programme any more: who read it there before cannot register.
    /// </summary>
    public static readonly ETag NoProgramme = new("none");

    /// <summary>When and where, as the programme last told.</summary>
    public Appointment Appointment { get; init; } = Appointment.Unknown;

    /// <summary>A change that people are to be told of; null if there is none.</summary>
    public PendingChange? Change { get; init; }

    /// <summary>The seats of one kind.</summary>
    public SeatPool Of(AttendanceMode mode) =>
        mode == AttendanceMode.Online ? Online ?? SeatPool.None : new(Capacity, Taken, Waiting);

    /// <summary>The seats of a session for which nobody has registered.</summary>
    public static Seats Of(StoredSession stored) =>
        Of(stored.Session) with { Programme = stored.ETag, Appointment = Appointment.Of(stored.Session) };

    /// <inheritdoc cref="Of(StoredSession)"/>
    public static Seats Of(Session session) =>
        new(session.Seats) { Online = session.SeatsOnline is { } online ? new(online) : null };

    /// <summary>A change that is due is being told already: another one after it is told by mails of its own.</summary>
    public Seats Follow(StoredSession stored, DateTimeOffset now)
    {
        var appointment = Appointment.Of(stored.Session);
        return Offering(stored.Session) with
        {
            Programme = stored.ETag,
            Appointment = appointment,
            Change = appointment == Appointment || now < Change?.Due ? Change : PendingChange.Of(stored.Session, now),
        };
    }

    /// <summary>The same places taken and waited for, of the seats that the session has.</summary>
    public Seats Offering(Session session) => this with
    {
        Capacity = session.Seats - (session.SeatsOnline is null ? Of(AttendanceMode.Online).Taken : 0),
        Online = session.SeatsOnline is { } online ? Of(AttendanceMode.Online) with { Capacity = online }
            : Online is null or { Taken: 0, Waiting: 0 } ? null
            : Online with { Capacity = 0 },
    };

    /// <summary>The next in line takes a seat, or a place on the waiting list.</summary>
    public (Seats After, AttendeeState State, int Place) Admit(AttendanceMode mode)
    {
        var next = this with { NextPlace = NextPlace + 1 };
        return Of(mode).HasFreeSeat
            ? (next.Take(mode), AttendeeState.Seated, NextPlace)
            : (next.With(mode, Of(mode).Wait()), AttendeeState.Waiting, NextPlace);
    }

    /// <summary>Somebody whose session does not take place any more: counted, so that no two have the same place.</summary>
    public (Seats After, AttendeeState State, int Place) TurnAway() =>
        (this with { NextPlace = NextPlace + 1 }, AttendeeState.Cancelled, NextPlace);

    /// <summary>Somebody who has a place already takes a free seat.</summary>
    public Seats Take(AttendanceMode mode) => With(mode, Of(mode).Take());

    public Seats Release(AttendeeState state, AttendanceMode mode)
    {
        var after = With(mode, Of(mode).Release(state));
        var isWithdrawn = mode == AttendanceMode.Online && Online is { Capacity: 0 };
        return isWithdrawn && state == AttendeeState.Seated ? after with { Capacity = Capacity + 1 } : after;
    }

    public Seats Promote(AttendanceMode mode) => With(mode, Of(mode).Promote());

    /// <summary>
    /// Whether somebody can take part in the other way at once: if such a seat is free, or if theirs was withdrawn, since it is one of the
    /// session's seats then and they bring it along.
    /// </summary>
    public bool CanSwitch(AttendeeState state, AttendanceMode from, AttendanceMode to) =>
        Of(to).HasFreeSeat || (state == AttendeeState.Seated && from == AttendanceMode.Online && Online is { Capacity: 0 });

    /// <summary>
    /// Whether they wait for seats online that the programme has withdrawn. They may wait on site instead, at the place that they have:
    /// places are counted over both lines.
    /// </summary>
    public bool WaitsInVain(AttendeeState state, AttendanceMode mode) =>
        state == AttendeeState.Waiting && mode == AttendanceMode.Online && Online is { Capacity: 0 };

    /// <summary>How many wait so.</summary>
    public int WaitingInVain => Online is { Capacity: 0, Waiting: var waiting } ? waiting : 0;

    /// <summary>Somebody who waits in vain waits on site.</summary>
    public Seats ChangeLine() => With(AttendanceMode.Online, Of(AttendanceMode.Online).Release(AttendeeState.Waiting))
        .With(AttendanceMode.OnSite, Of(AttendanceMode.OnSite).Wait());

    /// <summary>How many of those who wait can be seated now.</summary>
    public int PromotableAt(DateTimeOffset now, Session session, AttendanceMode mode) =>
        PromotionDeadline.IsOpenAt(now, session) ? Of(mode).Promotable : 0;

    /// <summary>
    /// The seats that staff alone can give to who waits: within a day of the session, and while it runs, nobody moves up by themselves.
    /// </summary>
    public IReadOnlyList<AttendanceMode> ToGiveAt(DateTimeOffset now, Session session) =>
        session.IsCancelled || session.IsPastAt(now) || PromotionDeadline.IsOpenAt(now, session) ? []
        : [.. Enum.GetValues<AttendanceMode>().Where(mode => Of(mode).Promotable > 0)];

    Seats With(AttendanceMode mode, SeatPool pool) => mode == AttendanceMode.Online
        ? this with { Online = pool }
        : this with { Capacity = pool.Capacity, Taken = pool.Taken, Waiting = pool.Waiting };
}
