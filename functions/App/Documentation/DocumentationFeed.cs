using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation;

/// <summary>
/// The documentations as an Atom feed (RFC 4287), the most recently updated first. Ids are tag URIs (RFC 4151) made of the site's host and
/// the session's id, so an entry keeps its id when it is corrected; a correction only changes its updated time.
/// </summary>
public sealed class DocumentationFeed(IOptions<SiteOptions> options)
{
    /// <summary>Enough for feed readers: they poll often and keep the older entries themselves.</summary>
    const int MostEntries = 50;

    /// <summary>A tag URI contains a date on which its author owned the domain (RFC 4151, 2.1).</summary>
    const string TagYear = "2026";

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    readonly SiteOptions site = options.Value;

    /// <summary>Deterministic: the same documentations give the same bytes.</summary>
    internal string Write(IEnumerable<PublishedDocumentation> published)
    {
        PublishedDocumentation[] latest =
        [
            .. published.OrderByDescending(documentation => documentation.Updated)
                .ThenBy(documentation => documentation.Id.Value, StringComparer.Ordinal)
                .Take(MostEntries),
        ];
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "de"),
            Element("id", TagOf("dokumentation")),
            Element("title", "ThAFF Praxisaustausch: Dokumentation"),
            Element("subtitle", "Erkenntnisse, Ergebnisse und offene Fragen aus dem Praxisaustausch"),
            Element("updated", Time(latest.Length > 0 ? latest[0].Updated : DateTimeOffset.UnixEpoch)),
            Link("self", "/dokumentation/feed.atom", "application/atom+xml"),
            Link("alternate", "/dokumentation", "text/html"),
            new XElement(
                Atom + "author",
                Element("name", site.Operator),
                Element("uri", site.Link("/").AbsoluteUri),
                Element("email", site.ContactEmail)),
            latest.Select(Entry));
        return Text(feed);
    }

    XElement Entry(PublishedDocumentation documentation)
    {
        var (id, edition, session, _) = documentation;
        var pdf = Link("enclosure", $"/dokumentation/{id}.pdf", "application/pdf");
        pdf.Add(new XAttribute("length", edition.Bytes), new XAttribute("title", "Barrierefreies PDF"));
        return new(
            Atom + "entry",
            Element("id", TagOf($"dokumentation/{id}")),
            Element("title", session.Title),
            Element("updated", Time(documentation.Updated)),
            Element("published", Time(documentation.FirstPublished)),
            Link("alternate", $"/dokumentation/{id}", "text/html"),
            pdf,
            session.Focus.Length > 0 ? new XElement(Atom + "category", new XAttribute("term", session.Focus)) : null,
            Element(
                "summary",
                $"Dokumentation zum Termin am {Berlin.Day(session.Start)} ({session.Venue}), als Seite und als barrierefreies PDF."));
    }

    string TagOf(string what) => $"tag:{new Uri(site.BaseUrl).IdnHost},{TagYear}:{what}";

    XElement Link(string relation, string path, string type) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", site.Link(path).AbsoluteUri));

    /// <summary>Drops characters that XML does not allow (XML 1.0, 2.2); a title typed by people may contain them.</summary>
    static XElement Element(string name, string text) => new(Atom + name, string.Concat(text.EnumerateRunes().Where(IsAllowed)));

    static bool IsAllowed(Rune letter) => letter.Value > 0xFFFF || XmlConvert.IsXmlChar((char)letter.Value);

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static string Text(XElement feed) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
}
