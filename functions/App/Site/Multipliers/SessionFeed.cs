using System.Xml.Linq;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>Sessions to come as an Atom feed, the most recently changed first; a moved session keeps its id.</summary>
static class SessionFeed
{
    /// <summary>Deterministic: the same sessions give the same bytes.</summary>
    public static string Write(Segment segment, IEnumerable<Session> sessions, SiteOptions site)
    {
        var feed = new AtomFeed(site);
        Session[] latest =
        [
            .. sessions.OrderByDescending(session => session.ChangedAt).ThenBy(session => session.Id.Value, StringComparer.Ordinal),
        ];
        return feed.Write($"multiplikatoren/{segment.Key}", $"ThAFF Praxisaustausch: Termine, {segment.Name.German}",
            KitModel.Slogan.German, latest is [var last, ..] ? last.ChangedAt : DateTimeOffset.UnixEpoch,
            $"{segment.Path}.atom", segment.Path, latest.Select(session => EntryOf(session, feed)));
    }

    static XElement EntryOf(Session session, AtomFeed feed) => feed.Entry(
        $"termine/{session.Id}", session.IsCancelled ? $"Abgesagt: {session.Title}" : session.Title, session.ChangedAt,
        AtomFeed.Published(session.PublishedAt),
        feed.Link("alternate", session.Path, "text/html"),
        AtomFeed.Category(session.Focus),
        AtomFeed.Summary($"{Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}, {session.Venue}."));
}
