using System.Globalization;
using System.Net;
using System.Xml.Linq;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>The Atom feed, as RFC 4287 wants it.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task An_entry_names_page_pdf_times_and_focus()
    {
        await stage.DocumentAsync(InsightDesk.Planned("2026-10-sprache", "Sprache & Schrift", "Deutsch: <ein> Gewinn\u0001"), "Text.");

        var (answer, feed) = await GetAsync();

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        AssertValid(feed);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("Deutsch: <ein> Gewinn", entry.Element(Atom + "title")?.Value);
        Assert.Equal("Sprache & Schrift", entry.Element(Atom + "category")?.Attribute("term")?.Value);
        var site = stage.Service<Microsoft.Extensions.Options.IOptions<ThaffFunctions.Shared.Hosting.SiteOptions>>().Value;
        Assert.Equal(site.Link("/dokumentation/2026-10-sprache").AbsoluteUri, LinkOf(entry, "alternate").Attribute("href")?.Value);
        var pdf = LinkOf(entry, "enclosure");
        Assert.Equal("application/pdf", pdf.Attribute("type")?.Value);
        var bytes = await stage.Http.GetByteArrayAsync(new Uri(pdf.Attribute("href")!.Value).AbsolutePath);
        Assert.Equal(bytes.Length.ToString(CultureInfo.InvariantCulture), pdf.Attribute("length")?.Value);
    }

    [Fact]
    public async Task A_correction_keeps_the_id_and_moves_the_time_and_a_withdrawn_entry_is_gone()
    {
        var session = InsightDesk.Planned("2026-10-sprache");
        await stage.DocumentAsync(session, "Erste Fassung.");
        var (first, before) = await GetAsync();
        var unchanged = new HttpRequestMessage(HttpMethod.Get, "/dokumentation/feed.atom");
        unchanged.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await stage.Http.SendAsync(unchanged)).StatusCode);

        await Stage.EventuallyAsync(async () =>
        {
            await stage.DocumentAsync(session, $"Neue Fassung vom {Guid.NewGuid()}.");
            return Updated((await GetAsync()).Feed) > Updated(before); // the storage's clock goes in seconds
        });
        var (second, after) = await GetAsync();
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        AssertValid(after);
        foreach (var same in new[] { "id", "published" })
            Assert.Equal(before.Element(Atom + "entry")?.Element(Atom + same)?.Value,
                after.Element(Atom + "entry")?.Element(Atom + same)?.Value);

        await stage.DocumentAsync(session, "---\nstatus: entwurf\n---\nText");
        var (_, empty) = await GetAsync();
        AssertValid(empty);
        Assert.Empty(empty.Elements(Atom + "entry"));
    }

    [Fact]
    public async Task The_latest_change_comes_first_and_pages_say_where_the_feed_is()
    {
        await stage.DocumentAsync(InsightDesk.Planned("2026-10-sprache"), "Eins.");
        await stage.DocumentAsync(InsightDesk.Planned("2026-11-wohnen"), "Zwei.");

        var (_, feed) = await GetAsync();

        AssertValid(feed);
        Assert.Equal(2, feed.Elements(Atom + "entry").Count());
        foreach (var page in new[] { "/dokumentation", "/dokumentation/2026-10-sprache" })
            Assert.Matches("<head>(?s:.*)<link rel=\"alternate\" type=\"application/atom\\+xml\" title=\"[^\"]+\" "
                + "href=\"/dokumentation/feed.atom\">(?s:.*)</head>", await stage.Http.GetStringAsync(page));
    }

    async Task<(HttpResponseMessage Answer, XElement Feed)> GetAsync()
    {
        var answer = await stage.Http.GetAsync("/dokumentation/feed.atom");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer, XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!);
    }

    /// <summary>
    /// RFC 4287, 4.1.1 and 4.1.2: what a feed and each entry must have, once; ids and addresses absolute, times as RFC 3339.
    /// </summary>
    static void AssertValid(XElement feed)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Single(feed.Elements(Atom + "author"), author => author.Element(Atom + "name")?.Value.Length > 0);
        Assert.Equal("application/atom+xml", LinkOf(feed, "self").Attribute("type")?.Value);
        foreach (var part in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.True(Uri.TryCreate(Assert.Single(part.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEmpty(Assert.Single(part.Elements(Atom + "title")).Value);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
                Assert.Single(part.Elements(Atom + "updated")).Value);
            Assert.All(part.Elements(Atom + "link"),
                link => Assert.True(Uri.TryCreate(link.Attribute("href")?.Value, UriKind.Absolute, out _)));
            LinkOf(part, "alternate");
        }

        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(entries.Select(Updated).OrderDescending(), entries.Select(Updated));
        Assert.All(entries, entry =>
            Assert.True(Updated(entry) <= Updated(feed)
                && Updated(entry) >= DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, CultureInfo.InvariantCulture)));
    }

    static DateTimeOffset Updated(XElement part) =>
        DateTimeOffset.Parse(part.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture);

    static XElement LinkOf(XElement part, string relation) =>
        Assert.Single(part.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == relation);
}
