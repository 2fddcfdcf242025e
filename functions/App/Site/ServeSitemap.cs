using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;
using ThaffFunctions.Site.Multipliers;

namespace ThaffFunctions.Site;

/// <summary>Tells search engines which pages there are (sitemaps.org) and which are nobody's business (RFC 9309).</summary>
public sealed class ServeSitemap(ProgrammeQuery programme, DocumentationQuery documentation, IOptions<SiteOptions> site)
{
    static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    static readonly string[] InBothLanguages = ["/", "/newsletter", "/impressum", "/datenschutz", "/barrierefreiheit", ShowKits.Path];

    static readonly string[] Always =
    [
        .. InBothLanguages, .. InBothLanguages.Select(Language.English.PathOf),
        "/dokumentation", "/dokumentation/fragen", "/leichte-sprache",
    ];

    [Function(nameof(ServeRobots))]
    public IResult ServeRobots([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "robots.txt")] HttpRequest request) =>
        Feed.Serve(request, $"""
            User-agent: *
            Disallow: /redaktion
            Disallow: /api/
            Disallow: /.auth/

            Sitemap: {site.Value.Link("/sitemap.xml")}

            """.ReplaceLineEndings("\n"), "text/plain; charset=utf-8");

    [Function(nameof(ServeSitemap))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sitemap.xml")] HttpRequest request,
        CancellationToken cancellation)
    {
        var sessions = (await programme.AllAsync(cancellation))
            .SelectMany(session => Paths(session.Path).Select(path => Entry(path, session.ChangedAt)));
        var documents = (await documentation.PublicAsync(cancellation)).Select(page => Entry(page.Path, page.Changed));
        var pages = Always.Select(path => new XElement(Schema + "url", new XElement(Schema + "loc", site.Value.Link(path))));
        var sitemap = new XDocument(new XElement(Schema + "urlset", pages, sessions, documents));
        return Feed.Serve(request, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{sitemap}", "application/xml; charset=utf-8");
    }

    static string[] Paths(string path) => [path, Language.English.PathOf(path)];

    XElement Entry(string path, DateTimeOffset changed) => new(Schema + "url",
        new XElement(Schema + "loc", site.Value.Link(path)),
        new XElement(Schema + "lastmod", Berlin.Date(changed).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
