using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>Seats of one kind with their own waiting list: how many there are, how many are taken, how many wait.</summary>
public sealed record SeatPool(int Capacity, int Taken = 0, int Waiting = 0)
{
    public static readonly SeatPool None = new(0);

    /// <summary>A seat is free only while nobody waits for it.</summary>
    public bool HasFreeSeat => Taken < Capacity && Waiting == 0;

    /// <summary>With a few seats, that they are taken or not would tell how few persons come.</summary>
    public Availability Availability => Capacity < DisclosureThreshold.Minimum ? Availability.ToldByMail
        : HasFreeSeat ? Availability.Open
        : Availability.WaitingList;

    /// <summary>How many of those who wait there are seats for.</summary>
    public int Promotable => Math.Max(0, Math.Min(Capacity - Taken, Waiting));

    public SeatPool Take() => this with { Taken = Taken + 1 };

    public SeatPool Wait() => this with { Waiting = Waiting + 1 };

    public SeatPool Promote() => this with { Taken = Taken + 1, Waiting = Waiting - 1 };

    public SeatPool Release(AttendeeState state) => state switch
    {
        AttendeeState.Seated => this with { Taken = Taken - 1 },
        AttendeeState.Waiting => this with { Waiting = Waiting - 1 },
        _ => this,
    };
}
