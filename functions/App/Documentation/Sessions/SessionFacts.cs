using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>The facts about a session in its documentation. Documentation is public, so the link to the meeting is not included.</summary>
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
    /// <summary>
    /// How many were registered; null until the session is over. Then the facts change, so that the documentation is published again.
    /// </summary>
    public Participation? Registered { get; init; }

    /// <summary>
    /// Whether its notes come too early to be published, unless they say otherwise; with the session's end the facts change.
    /// </summary>
    public bool IsAhead { get; init; }

    public InsightSource AsSource(SessionId id) => new(id, Title, Focus, Start);

    public static SessionFacts Of(Session session) => new(
        session.Title, session.Focus, session.Start, session.End, session.Venue, session.Region?.Name,
        session.Speakers, session.Moderators, session.Partners);

    public string When => $"{Berlin.Day(Start)}, {Berlin.Hours(Start, End)}";

    /// <summary>The facts below title and time, each with its name and its lines.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Lines)> Details()
    {
        yield return ("Wo", [Venue]);
        if (Focus.Length > 0) yield return ("Schwerpunkt", [Focus]);
        if (Speakers.Count > 0) yield return (Speakers.Count == 1 ? "Impuls von" : "Impulse von", Speakers);
        if (Moderators.Count > 0) yield return ("Moderation", Moderators);
        if (Partners.Count > 0) yield return ("Partner", Partners);
    }
}
