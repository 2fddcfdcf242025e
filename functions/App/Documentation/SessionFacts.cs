using ThaffFunctions.Programme;
using ThaffFunctions.Reports;

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
    /// <summary>How many took part; null until the session is over. Part of the fingerprint, so that the documentation is made anew then.</summary>
    public Participation? Participation { get; init; }

    public static SessionFacts Of(Session session) => new(
        session.Title, session.Focus, session.Start, session.End, session.Venue, session.Region?.Name,
        session.Speakers, session.Moderators, session.Partners);
}
