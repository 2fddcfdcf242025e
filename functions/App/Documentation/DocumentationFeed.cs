using System.Xml.Linq;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Documentation;

/// <summary>The documentations as an Atom feed, the most recently updated first.</summary>
public sealed class DocumentationFeed(IOptions<SiteOptions> options)
{
    /// <summary>Enough for feed readers: they poll often and keep the older entries themselves.</summary>
    const int MaxEntries = 50;

    readonly AtomFeed feed = new(options.Value);

    /// <summary>Deterministic: the same documentations give the same bytes.</summary>
    internal string Write(IEnumerable<PublishedDocumentation> published)
    {
        PublishedDocumentation[] latest =
        [
            .. published.OrderByDescending(documentation => documentation.Updated)
                .ThenBy(documentation => documentation.Id.Value, StringComparer.Ordinal)
                .Take(MaxEntries),
        ];
        return feed.Write(
            "dokumentation", "ThAFF Praxisaustausch: Dokumentation", "Erkenntnisse, Ergebnisse und offene Fragen aus dem Praxisaustausch",
            latest.Length > 0 ? latest[0].Updated : DateTimeOffset.UnixEpoch, "/dokumentation/feed.atom", "/dokumentation",
            latest.Select(Entry));
    }

    XElement Entry(PublishedDocumentation documentation)
    {
        var (id, edition, session, _) = documentation;
        var pdf = feed.Link("enclosure", $"/dokumentation/{id}.pdf", "application/pdf");
        pdf.Add(new XAttribute("length", edition.Bytes), new XAttribute("title", "Barrierefreies PDF"));
        return feed.Entry(
            $"dokumentation/{id}", session.Title, documentation.Updated,
            AtomFeed.Published(documentation.FirstPublished),
            feed.Link("alternate", $"/dokumentation/{id}", "text/html"),
            pdf,
            AtomFeed.Category(session.Focus),
            AtomFeed.Summary(
                $"Dokumentation zum Termin am {Berlin.Day(session.Start)} ({session.Venue}), als Seite und als barrierefreies PDF."));
    }
}
