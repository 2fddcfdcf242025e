using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Site.Multipliers;

namespace ThaffFunctions.Tests.Site.Multipliers;

/// <summary>What chambers, offices and projects pass on: a kit for each sector and region.</summary>
public sealed class KitTests
{
    static readonly Session Crafts = TestSessions.October with { Sectors = [Sector.Find("handwerk")!] };

    static readonly Session InGera = TestSessions.October with
    {
        Id = SessionId.Parse("2026-11-gera")!.Value,
        Title = "Wohnen in Gera",
        Region = Region.Find("gera"),
    };

    static readonly Session Cancelled = InGera with
    {
        Id = SessionId.Parse("2026-12-ausgefallen")!.Value,
        Title = "Ausgefallen",
        Status = SessionStatus.Cancelled,
    };

    [Fact]
    public async Task A_kit_has_text_picture_calendar_feed_and_list_of_its_sessions_alone()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var session in new[] { Crafts, InGera, Cancelled }) await stage.PlanAsync(session);

        var home = await PageAsync(stage, "/");
        var index = await PageAsync(stage, home.QuerySelector("footer a[href='/multiplikatoren']")!.GetAttribute("href")!);
        var kits = index.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(Segment.OfRegions.Concat(Segment.OfSectors).Select(segment => segment.Path), kits);
        Assert.Equal(13 + 22, kits.Distinct().Count());

        foreach (var (key, with, without) in new[]
        {
            ("handwerk", new[] { Crafts, InGera }, Array.Empty<Session>()),
            ("handel", [InGera], [Crafts]),
            ("gera", [InGera], [Crafts]),
            ("erfurt", [Crafts], [InGera]),
        })
        {
            var kit = await PageAsync(stage, $"/multiplikatoren/{key}");
            var text = kit.QuerySelector("pre")!.TextContent;
            Assert.Equal(["group", "group"], kit.QuerySelectorAll("pre[aria-labelledby]").Select(box => box.GetAttribute("role"))); // a pre alone may have no name
            var calendar = await stage.Http.GetStringAsync($"/multiplikatoren/{key}.ics");
            var feed = XDocument.Parse(await stage.Http.GetStringAsync($"/multiplikatoren/{key}.atom"));
            var list = await PageAsync(stage, $"/multiplikatoren/{key}/liste");
            foreach (var session in with.Concat(without))
            {
                var isIn = with.Contains(session);
                Assert.Equal(isIn, text.Contains($"- {session.Title}\n  ", StringComparison.Ordinal));
                Assert.Equal(isIn, calendar.Contains($"UID:{session.Id}@", StringComparison.Ordinal));
                Assert.Equal(isIn, feed.Descendants().Any(element => element.Name.LocalName == "title" && element.Value == session.Title));
                Assert.Equal(isIn, list.QuerySelector($"a[href='{session.Path}'][target=_top]") is not null);
            }

            Assert.DoesNotContain(Cancelled.Title, text + list.Body!.TextContent, StringComparison.Ordinal);
            var picture = kit.QuerySelector("main img")!;
            Assert.Equal((byte)'P', (await stage.Http.GetByteArrayAsync(picture.GetAttribute("src")))[1]);
            Assert.Contains("Internationale Fachkräfte gewinnen und halten", picture.GetAttribute("alt"), StringComparison.Ordinal);
            Assert.Contains($"/multiplikatoren/{key}/liste\"", kit.QuerySelectorAll("pre")[1].TextContent, StringComparison.Ordinal);
        }

        var gera = XDocument.Parse(await stage.Http.GetStringAsync("/multiplikatoren/gera.atom"));
        Assert.Contains(gera.Descendants(), element => element.Value == "Abgesagt: Ausgefallen");
    }

    [Fact]
    public async Task The_english_kit_has_an_english_text_picture_calendar_and_list()
    {
        await using var stage = await Stage.OpenAsync();
        var session = await stage.PlanAsync(Crafts with { Place = "Marktplatz 1, Erfurt" });
        const string kit = "/en/multiplikatoren/erfurt";

        var index = EnglishText.Expected(await stage.Http.GetStringAsync("/en/multiplikatoren"));
        Assert.Contains(kit, index.QuerySelectorAll("main li a").Select(link => link.GetAttribute("href")));
        var page = EnglishText.Expected(await stage.Http.GetStringAsync(kit));
        var text = page.QuerySelector("pre")!.TextContent;
        Assert.Contains($"Next sessions in Erfurt (city) and online:\n- {session.Title}\n  Monday, 5 October 2026, 10:00 to 12:00, "
            + $"Marktplatz 1, Erfurt and online\n  {stage.Http.BaseAddress}en{session.Path}\n", text, StringComparison.Ordinal);
        Assert.Contains($"{stage.Http.BaseAddress}en/newsletter", text, StringComparison.Ordinal);
        Assert.Contains($"{kit}/liste\"", page.QuerySelectorAll("pre")[1].TextContent, StringComparison.Ordinal);
        var picture = page.QuerySelector("main img")!;
        Assert.Equal("ThAFF Praxisaustausch. Finding and keeping international skilled workers. Two hours every month · Erfurt (city)",
            picture.GetAttribute("alt"));
        Assert.NotEqual(await stage.Http.GetByteArrayAsync("/multiplikatoren/erfurt.png"),
            await stage.Http.GetByteArrayAsync(picture.GetAttribute("src")));
        Assert.Contains($"/en{session.Path}", (await stage.Http.GetStringAsync($"{kit}.ics")).Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var list = EnglishText.Expected(await stage.Http.GetStringAsync($"{kit}/liste"));
        Assert.Equal($"/en{session.Path}", list.QuerySelector("li a[target=_top]")!.GetAttribute("href"));
        Assert.EndsWith("frame-ancestors *", Assert.Single((await stage.Http.GetAsync($"{kit}/liste")).Headers
            .GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_alone_may_stand_in_a_frame_of_any_site_and_brings_neither_script_nor_cookie()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(Crafts);

        var list = await stage.Http.GetAsync("/multiplikatoren/handwerk/liste");
        var policy = Assert.Single(list.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *", policy);
        Assert.False(list.Headers.Contains("Set-Cookie"));
        var page = await new HtmlParser().ParseDocumentAsync(await list.Content.ReadAsStringAsync());
        Assert.Empty(page.QuerySelectorAll("script, form, iframe, [onclick]"));
        var kit = await stage.Http.GetAsync("/multiplikatoren/handwerk");
        Assert.EndsWith("frame-ancestors 'none'", Assert.Single(kit.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_kit_for_what_is_neither_sector_nor_region()
    {
        await using var stage = await Stage.OpenAsync();

        foreach (var key in new[] { "andere", "ausserhalb", "gibt-es-nicht" })
            foreach (var end in new[] { "", ".ics", ".atom", ".png", "/liste" })
                Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync($"/multiplikatoren/{key}{end}")).StatusCode);
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(Stage stage, string path) =>
        await new HtmlParser().ParseDocumentAsync(await stage.Http.GetStringAsync(path));
}
