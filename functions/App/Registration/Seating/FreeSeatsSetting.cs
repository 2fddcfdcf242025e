namespace ThaffFunctions.Registration.Seating;

/// <summary>How pages tell how many seats are free; the words are in <see cref="AvailabilityWords"/>.</summary>
public enum FreeSeatsSetting
{
    /// <summary>Seats are free, or only a few.</summary>
    Words,

    /// <summary>Their number, rounded down to five: a count that goes down by one would tell who has just registered anew.</summary>
    Number,
}
