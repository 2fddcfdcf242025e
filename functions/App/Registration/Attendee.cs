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

    /// <summary>The row key of the delivery that tells the attendee how they stand; null before there is one.</summary>
    public string? StateMail { get; init; }

    /// <summary>When something was confirmed by the link in a mail about this registration.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public ETag ETag { get; init; }

    public bool IsUnconfirmedSeat => State == AttendeeState.Seated && ConfirmedAt is null;

    public string Name => $"{FirstName} {LastName}";
}
