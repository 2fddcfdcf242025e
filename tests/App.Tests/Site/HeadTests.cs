using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.Programme;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Site;

/// <summary>What search engines and previews are told of a page.</summary>
public sealed class HeadTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Title = "Sprache </script> im Betrieb" });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_session_is_told_as_an_event_with_a_picture_and_never_with_its_online_link()
    {
        var page = await PageAsync(October.Path);

        Assert.Equal(stage.Http.BaseAddress + October.Path[1..], page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("Montag, 5. Oktober 2026", Meta(page, "description"), StringComparison.Ordinal);
        Assert.InRange(Meta(page, "description").Length, 50, 160);
        var told = JsonNode.Parse(page.QuerySelector("script")!.TextContent)!;
        Assert.Equal("Sprache </script> im Betrieb", (string)told["name"]!);
        Assert.Equal(("2026-10-05T10:00:00+02:00", "https://schema.org/EventScheduled", "https://schema.org/MixedEventAttendanceMode"),
            ((string)told["startDate"]!, (string)told["eventStatus"]!, (string)told["eventAttendanceMode"]!));
        Assert.DoesNotContain("konferenz.example", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var picture = await stage.Http.GetAsync(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        var bytes = await picture.Content.ReadAsByteArrayAsync();
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.Equal([0, 0, 4, 0xB0, 0, 0, 2, 0x76], bytes[16..24]); // 1200 by 630
    }

    [Theory]
    [InlineData(SessionStatus.Cancelled, "https://schema.org/EventCancelled")]
    [InlineData(SessionStatus.Scheduled, "https://schema.org/EventRescheduled")]
    public async Task A_session_that_changed_says_so(SessionStatus status, string expected)
    {
        await stage.PlanAsync(October with { Status = status, MovedFrom = October.Start.AddDays(-7) });

        var told = JsonNode.Parse((await PageAsync(October.Path)).QuerySelector("script")!.TextContent)!;

        Assert.Equal(expected, (string)told["eventStatus"]!);
    }

    [Fact]
    public async Task Robots_find_every_page_in_the_sitemap_and_no_page_of_somebodys_own()
    {
        Assert.Contains($"Sitemap: {stage.Http.BaseAddress}sitemap.xml", await stage.Http.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        var sitemap = System.Xml.Linq.XDocument.Parse(await stage.Http.GetStringAsync("/sitemap.xml"));
        var pages = sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value)).ToList();

        Assert.Contains(pages, page => page.AbsolutePath == October.Path);
        foreach (var page in pages)
        {
            var shown = await PageAsync(page.AbsolutePath);
            Assert.Equal(page.AbsoluteUri, shown.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Null(shown.QuerySelector("meta[name=robots]"));
        }

        foreach (var own in new[] { "/anmeldung/danke", "/newsletter/danke", "/anmeldung?t=falsch" })
            Assert.Equal("noindex", Meta(await PageAsync(own), "robots"));
        Assert.Equal("image/x-icon", (await stage.Http.GetAsync("/favicon.ico")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync("/assets/vorschau.png")).StatusCode);
    }

    [Fact]
    public async Task The_calendar_can_be_subscribed_to_by_a_link_and_by_an_address_to_copy()
    {
        var page = await PageAsync("/");

        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"webcal://{stage.Http.BaseAddress!.Authority}/programm.ics");
        Assert.Equal(stage.Http.BaseAddress + "programm.ics", page.QuerySelector("code")!.TextContent);
    }

    static string Meta(IHtmlDocument page, string name) => page.QuerySelector($"meta[name={name}]")!.GetAttribute("content")!;

    async Task<IHtmlDocument> PageAsync(string path) =>
        new HtmlParser().ParseDocument(await (await stage.Http.GetAsync(path)).Content.ReadAsStringAsync());
}
