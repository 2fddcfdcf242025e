using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>What a documentation tells of its session. The link to the meeting is not among it: documentation is public.</summary>
public sealed record SessionFacts(
    string Title,
    string Focus,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Venue,
    string? Region,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<string> Moderators,
    IReadOnlyList<string> Partners)
{
    public static SessionFacts Of(Session session) => new(
        session.Title, session.Focus, session.Start, session.End, session.Venue, session.Region?.Name,
        session.Speakers, session.Moderators, session.Partners);
}
