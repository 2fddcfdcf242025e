using Azure;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>
/// The seats row of one session: capacity, as the programme last told, and how many places are taken. Numbers only; who has them stands in
/// the attendees' rows, and both change in one entity-group transaction. Whether registration is open is asked of the programme.
/// </summary>
public sealed record Seats(int Capacity, int Taken = 0, int Waiting = 0, int NextPlace = 1)
{
    /// <summary>Promotion ends a day before the session: nobody is called in overnight.</summary>
    static readonly TimeSpan PromotionEnds = TimeSpan.FromHours(Vacancy.PromotionEndsHours);

    /// <summary>
    /// The ETag of the session's row that the capacity was read from. A change of the programme replaces the seats row, so that a write
    /// based on the older session fails on the seats row's own ETag.
    /// </summary>
    public ETag Programme { get; init; }

    /// <summary>When and where, as the programme last told.</summary>
    public Appointment Appointment { get; init; } = Appointment.Unknown;

    /// <summary>A change that people are to be told of; null if there is none.</summary>
    public PendingChange? Change { get; init; }

    /// <summary>A seat is free only while nobody waits for it.</summary>
    public bool HasFreeSeat => Taken < Capacity && Waiting == 0;

    /// <summary>With a few seats, that they are taken or not would tell how few persons come.</summary>
    public Availability Availability => Capacity < SmallGroup.Least ? Availability.ToldByMail
        : HasFreeSeat ? Availability.Open
        : Availability.WaitingList;

    /// <summary>The seats of a session for which nobody has registered.</summary>
    public static Seats Of(StoredSession stored) =>
        new(stored.Session.Seats) { Programme = stored.ETag, Appointment = Appointment.Of(stored.Session) };

    /// <summary>A change that is due is being told already: another one after it is told by mails of its own.</summary>
    public Seats Follow(StoredSession stored, DateTimeOffset now)
    {
        var appointment = Appointment.Of(stored.Session);
        return this with
        {
            Capacity = stored.Session.Seats,
            Programme = stored.ETag,
            Appointment = appointment,
            Change = appointment == Appointment || now < Change?.Due ? Change : PendingChange.Of(stored.Session, now),
        };
    }

    /// <summary>The next in line takes a seat, or a place on the waiting list.</summary>
    public (Seats After, AttendeeState State, int Place) Admit() => HasFreeSeat
        ? (this with { Taken = Taken + 1, NextPlace = NextPlace + 1 }, AttendeeState.Seated, NextPlace)
        : (this with { Waiting = Waiting + 1, NextPlace = NextPlace + 1 }, AttendeeState.Waiting, NextPlace);

    /// <summary>Somebody whose session does not take place any more: counted, so that no two have the same place.</summary>
    public (Seats After, AttendeeState State, int Place) TurnAway() =>
        (this with { NextPlace = NextPlace + 1 }, AttendeeState.Cancelled, NextPlace);

    public Seats Release(AttendeeState state) => state switch
    {
        AttendeeState.Seated => this with { Taken = Taken - 1 },
        AttendeeState.Waiting => this with { Waiting = Waiting - 1 },
        _ => this,
    };

    /// <summary>How many of those who wait there are seats for.</summary>
    public int Promotable => Math.Max(0, Math.Min(Capacity - Taken, Waiting));

    /// <summary>How many of those who wait can be seated now.</summary>
    public int PromotableAt(DateTimeOffset now, Session session) => GoesOnAt(now, session) ? Promotable : 0;

    /// <summary>Whether a seat that is given back goes to who waits.</summary>
    public static bool GoesOnAt(DateTimeOffset moment, Session session) =>
        !session.IsCancelled && moment < session.Start - PromotionEnds;

    public Seats Promote() => this with { Taken = Taken + 1, Waiting = Waiting - 1 };
}
