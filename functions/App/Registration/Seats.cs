namespace ThaffFunctions.Registration;

/// <summary>
/// The seats row of one session: capacity and opening as the programme last told, and how many places are taken. Numbers only; who
/// has them stands in the attendees' rows, and both change in one entity-group transaction.
/// </summary>
public sealed record Seats(
    int Capacity,
    int Taken,
    int Waiting,
    int NextPlace,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    DateTimeOffset Start,
    bool IsCancelled)
{
    /// <summary>Promotion ends a day before the session: nobody is called in overnight.</summary>
    static readonly TimeSpan PromotionEnds = TimeSpan.FromHours(24);

    /// <summary>A seat is free only while nobody waits for it.</summary>
    public bool HasFreeSeat => Taken < Capacity && Waiting == 0;

    public Availability At(DateTimeOffset now) =>
        IsCancelled || now >= Closes || now >= Start ? Availability.Closed
        : now < Opens ? Availability.NotYetOpen
        : HasFreeSeat ? Availability.Open
        : Availability.WaitingList;

    public bool IsOpenAt(DateTimeOffset now) => At(now) is Availability.Open or Availability.WaitingList;

    /// <summary>The next in line takes a seat, or a place on the waiting list.</summary>
    public (Seats After, AttendeeState State, int Place) Admit() => HasFreeSeat
        ? (this with { Taken = Taken + 1, NextPlace = NextPlace + 1 }, AttendeeState.Seated, NextPlace)
        : (this with { Waiting = Waiting + 1, NextPlace = NextPlace + 1 }, AttendeeState.Waiting, NextPlace);

    public Seats Release(AttendeeState state) => state switch
    {
        AttendeeState.Seated => this with { Taken = Taken - 1 },
        AttendeeState.Waiting => this with { Waiting = Waiting - 1 },
        _ => this,
    };

    /// <summary>How many of those who wait can be seated now.</summary>
    public int PromotableAt(DateTimeOffset now) =>
        IsCancelled || now >= Start - PromotionEnds ? 0 : Math.Max(0, Math.Min(Capacity - Taken, Waiting));

    public Seats Promote() => this with { Taken = Taken + 1, Waiting = Waiting - 1 };
}
