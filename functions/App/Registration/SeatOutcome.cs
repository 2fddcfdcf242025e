using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Registration;

/// <summary>What became of an application for a seat.</summary>
public abstract record SeatOutcome
{
    /// <summary>Stored, or known before: the answer is the same.</summary>
    /// <param name="Before">The seats as this applicant found them; all that the answer may tell.</param>
    /// <param name="Attendee">The key of the person's row.</param>
    /// <param name="Mail">The mail it caused; null when the same registration was mailed often enough today.</param>
    public sealed record Received(Seats Before, string Attendee, DeliveryId? Mail) : SeatOutcome;

    /// <summary>Registration is over, has not begun, or the session is cancelled.</summary>
    /// <param name="Why">A German sentence.</param>
    public sealed record NotOpen(string Why) : SeatOutcome;

    /// <summary>There is no such session.</summary>
    public sealed record UnknownSession : SeatOutcome;

    /// <summary>As many persons as may share an address are registered with it.</summary>
    public sealed record AddressFull : SeatOutcome;
}
