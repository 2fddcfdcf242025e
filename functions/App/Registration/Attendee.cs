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

    /// <summary>How many mails this registration caused on <see cref="MailedOn"/>.</summary>
    public int MailsThatDay { get; init; }

    public DateOnly MailedOn { get; init; }

    public ETag ETag { get; init; }

    public string Name => $"{FirstName} {LastName}";
}
