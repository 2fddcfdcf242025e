using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>
/// Writes Atom feeds (RFC 4287). Ids are tag URIs (RFC 4151) made of the site's host and what the entry is about, so that an entry keeps
/// its id when it is corrected; a correction only changes its updated time.
/// </summary>
sealed class AtomFeed(SiteOptions site)
{
    public const string Type = "application/atom+xml; charset=utf-8";

    /// <summary>A tag URI contains a date on which its author owned the domain (RFC 4151, 2.1).</summary>
    const string TagYear = "2026";

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="about">What the feed's id is made of.</param>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">A line below.</param>
    /// <param name="updated">When anything in it changed last.</param>
    /// <param name="self">The path of the feed.</param>
    /// <param name="page">The path of the page that shows the same.</param>
    /// <param name="entries">In the order in which readers get them.</param>
    public string Write(
        string about, string title, string subtitle, DateTimeOffset updated, string self, string page, IEnumerable<XElement> entries)
    {
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "de"),
            Element("id", TagOf(about)),
            Element("title", title),
            Element("subtitle", subtitle),
            Element("updated", Time(updated)),
            Link("self", self, "application/atom+xml"),
            Link("alternate", page, "text/html"),
            new XElement(
                Atom + "author",
                Element("name", site.Operator.Name),
                Element("uri", site.Link("/").AbsoluteUri),
                Element("email", site.Operator.Email)),
            entries);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    public XElement Entry(string about, string title, DateTimeOffset updated, params ReadOnlySpan<XElement?> more) => new(
        Atom + "entry",
        Element("id", TagOf(about)),
        Element("title", title),
        Element("updated", Time(updated)),
        more.ToArray());

    public XElement Link(string relation, string path, string type) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", site.Link(path).AbsoluteUri));

    public static XElement Published(DateTimeOffset time) => Element("published", Time(time));

    public static XElement Summary(string text) => Element("summary", text);

    /// <returns>null for an empty term.</returns>
    public static XElement? Category(string term) => term.Length > 0 ? new(Atom + "category", new XAttribute("term", term)) : null;

    string TagOf(string what) => $"tag:{new Uri(site.BaseUrl).IdnHost},{TagYear}:{what}";

    /// <summary>Drops characters that XML does not allow (XML 1.0, 2.2); a title typed by people may contain them.</summary>
    static XElement Element(string name, string text) => new(Atom + name, string.Concat(text.EnumerateRunes().Where(IsAllowed)));

    static bool IsAllowed(Rune letter) => letter.Value > 0xFFFF || XmlConvert.IsXmlChar((char)letter.Value);

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
