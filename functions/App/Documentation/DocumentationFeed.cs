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
/// The documentations as an Atom feed (RFC 4287), the latest changed first. Ids are tag URIs (RFC 4151) of the site and the session: an
/// entry keeps its id however often it is corrected; its time of updating shows the correction.
/// </summary>
public sealed class DocumentationFeed(IOptions<SiteOptions> options)
{
    /// <summary>Programs that subscribe have seen the older ones.</summary>
    const int MostEntries = 50;

    /// <summary>A tag names a day at which its maker owned the domain.</summary>
    const string TagYear = "2026";

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    readonly SiteOptions site = options.Value;

    /// <summary>The same bytes as long as the same is published.</summary>
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

    /// <summary>A title typed by people may hold what XML cannot (XML 1.0, 2.2).</summary>
    static XElement Element(string name, string text) => new(Atom + name, string.Concat(text.EnumerateRunes().Where(IsAllowed)));

    static bool IsAllowed(Rune letter) => letter.Value > 0xFFFF || XmlConvert.IsXmlChar((char)letter.Value);

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static string Text(XElement feed) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
}
