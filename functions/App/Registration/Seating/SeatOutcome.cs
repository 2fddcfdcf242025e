using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Seating;

/// <summary>What became of an application for a seat. None of it tells whether somebody was registered before.</summary>
public abstract record SeatOutcome
{
    /// <summary>Stored: with a place, or to be settled with those who have the same address.</summary>
    /// <param name="Seats">What the seats were as this applicant found them; all that the answer may tell.</param>
    public sealed record Received(Availability Seats) : SeatOutcome;

    /// <summary>The session has seats on site and online, and nothing was said of it.</summary>
    public sealed record ModeMissing : SeatOutcome;

    /// <summary>Registration is over, has not begun, or the session is cancelled.</summary>
    /// <param name="Why">A sentence.</param>
    public sealed record NotOpen(Bilingual Why) : SeatOutcome;

    /// <summary>There is no such session.</summary>
    public sealed record UnknownSession : SeatOutcome;
}
