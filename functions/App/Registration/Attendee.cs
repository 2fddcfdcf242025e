using Azure;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>One person registered for one session.</summary>
public sealed record Attendee(
    SessionId Session,
    string Key,
    string FirstName,
    string LastName,
    EmailAddress Email,
    string Company,
    Sector Sector,
    Region Region,
    string Question,
    AttendeeState State,
    int Place,
    DateTimeOffset RegisteredAt,
    bool WantsNewsletter)
{
    /// <summary>
    /// Raised when the seat is won or lost; with the session's revision it makes the calendar entry's SEQUENCE (RFC 5545).
    /// </summary>
    public int Revision { get; init; }

    /// <summary>What the mails have told of the session.</summary>
    public Told Told { get; init; } = Told.Nothing;

    /// <summary>How many mails this registration caused on <see cref="MailedOn"/>.</summary>
    public int MailsThatDay { get; init; }

    public DateOnly MailedOn { get; init; }

    /// <summary>When the seat is given to somebody else unless it is confirmed before; null if it need not be.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>When something was confirmed by the link in a mail about this registration.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public ETag ETag { get; init; }

    /// <summary>Has a seat from now on, which must be confirmed where a setting asks for it.</summary>
    public Attendee Seated(DateTimeOffset now, TimeSpan? confirmWithin) =>
        this with { State = AttendeeState.Seated, ConfirmBy = ConfirmedAt is null ? now + confirmWithin : null };

    public Attendee Confirmed(DateTimeOffset now) => this with { ConfirmedAt = now, ConfirmBy = null };

    public bool IsOverdueAt(DateTimeOffset now) => State == AttendeeState.Seated && ConfirmBy <= now;

    public string Name => $"{FirstName} {LastName}";
}
