using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration.Staff;

/// <summary>Who needs something to take part in a session, in the order of their places.</summary>
public sealed record NeedsOfSession(Session Session, IReadOnlyList<Attendee> Attendees)
{
    /// <summary>By their keys, those whom a mail about the session did not reach.</summary>
    public required IReadOnlyDictionary<string, LostMail> Lost { get; init; }
}
