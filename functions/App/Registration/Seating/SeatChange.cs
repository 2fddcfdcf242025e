namespace ThaffFunctions.Registration.Seating;

/// <summary>What came of it that somebody was to get a seat, or one of the other kind.</summary>
public enum SeatChange
{
    /// <summary>They have it now.</summary>
    Seated,

    /// <summary>They wait for one of that kind now.</summary>
    Waiting,

    /// <summary>They had it, or waited for it, before: nothing changed.</summary>
    AlreadySo,

    /// <summary>None is free: nothing changed.</summary>
    NoneFree,

    /// <summary>It is too late, or the session is cancelled: nothing changed.</summary>
    TooLate,

    /// <summary>They have cancelled, or are erased.</summary>
    Gone,
}
