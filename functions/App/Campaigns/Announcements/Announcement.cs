using ThaffFunctions.MailingList.Choosing;

namespace ThaffFunctions.Campaigns.Announcements;

/// <summary>What staff write to subscribers or to the attendees of a session.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Segment">Which subscribers it concerns; without meaning for the attendees of a session.</param>
public sealed record Announcement(string Subject, string Text, Audience Segment);
