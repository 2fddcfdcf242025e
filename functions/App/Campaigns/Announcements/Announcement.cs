using ThaffFunctions.MailingList.Choosing;

namespace ThaffFunctions.Campaigns.Announcements;

/// <summary>What staff write to subscribers, or to people who are registered for a session.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Segment">Which subscribers it concerns; without meaning for a session.</param>
public sealed record Announcement(string Subject, string Text, Audience Segment)
{
    /// <summary>Of a session: whether it goes to those who wait; otherwise it goes to those with a seat.</summary>
    public bool IsToWaiting { get; init; }
}
