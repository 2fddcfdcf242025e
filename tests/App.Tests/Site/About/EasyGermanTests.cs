using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Site.About;

/// <summary>The page in Leichte Sprache keeps its rules, and who does what it says gets there.</summary>
public sealed class EasyGermanTests
{
    /// <summary>So many that pages may tell that all are taken.</summary>
    const int Seats = 10;

    [Fact]
    public async Task A_page_in_Leichte_Sprache_is_linked_from_every_page_and_keeps_its_sentences_short()
    {
        await using var stage = await OpenAsync(confirmationHours: 24);
        foreach (var path in new[] { "/", "/en", "/newsletter", "/dokumentation", "/nichts" })
            Assert.NotNull(Page(await (await stage.Http.GetAsync(path)).Content.ReadAsStringAsync())
                .QuerySelector("footer a[href='/leichte-sprache']"));

        var page = await PageAsync(stage, "/leichte-sprache");

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        var lines = page.QuerySelectorAll("main p, main li").SelectMany(part => part.TextContent.Split('\n'))
            .Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.InRange(lines.Count, 40, 200);
        Assert.All(lines, line => Assert.InRange(line.Split(' ').Length, 1, 12));
        Assert.All(lines, line => Assert.DoesNotMatch(@"[.!?] \p{L}", line)); // a line for each sentence
        Assert.DoesNotMatch(@"\b(wäre|hätte|würde|könnte|sollte|möchte|wurde|worden|dass|weil)\b", page.Body!.TextContent);
    }

    [Fact]
    public async Task Who_clicks_what_the_page_names_gets_a_seat_confirms_it_waits_and_cancels()
    {
        await using var stage = await OpenAsync(confirmationHours: 24);
        var named = new Queue<string>(await NamedAsync(stage));

        var open = await PageAsync(stage, October.Path);
        Click(open, named.Dequeue());
        Click(open, named.Dequeue());
        await stage.PostFormAsync(Person.Ada);
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)) is [var first, ..] ? first : null);
        var own = await PageAsync(stage, Click(Page(mail.Html!), named.Dequeue()));
        Click(own, named.Dequeue());
        await stage.Http.PostAsync(mail.LinkTo("/anmeldung"), new FormUrlEncodedContent([new("action", "confirm")]));
        foreach (var n in Enumerable.Range(1, Seats)) await stage.PostFormAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"));
        var full = await PageAsync(stage, October.Path);
        Click(full, named.Dequeue());
        Click(full, named.Dequeue());
        own = await PageAsync(stage, Click(Page(mail.Html!), named.Dequeue()));
        var asked = await PageAsync(stage, Click(own, named.Dequeue()));
        Click(asked, named.Dequeue());

        Assert.Empty(named);
        Assert.Equal("cancel", asked.QuerySelector("form button")!.GetAttribute("value"));
        Assert.Equal(Seats, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count); // until then no seat is free
    }

    [Fact]
    public async Task Confirming_is_told_of_only_where_seats_are_confirmed()
    {
        await using var stage = await OpenAsync(confirmationHours: 0);

        Assert.DoesNotContain("Platz bestätigen", await NamedAsync(stage));
    }

    static async Task<Stage> OpenAsync(int confirmationHours)
    {
        var stage = await Stage.OpenAsync(settings: new() { ["Registration:ConfirmationHours"] = $"{confirmationHours}" });
        await stage.PlanAsync(October with { Seats = Seats });
        return stage;
    }

    /// <summary>What the page tells to click on.</summary>
    static async Task<IEnumerable<string>> NamedAsync(Stage stage) =>
        (await PageAsync(stage, "/leichte-sprache")).QuerySelector("main")!.TextContent.Replace("·", "", StringComparison.Ordinal)
            .Split('„').Skip(1).Select(part => part[..part.IndexOf('“', StringComparison.Ordinal)]);

    /// <returns>Where it leads, if it is a link.</returns>
    static string Click(IHtmlDocument page, string words) =>
        Assert.Single(page.QuerySelectorAll("main a, main button, table a"), one => one.TextContent.Trim() == words)
            .GetAttribute("href") is { } link ? new Uri(new("http://localhost"), link).PathAndQuery : "";

    static async Task<IHtmlDocument> PageAsync(Stage stage, string path) => Page(await stage.Http.GetStringAsync(path));

    static IHtmlDocument Page(string html) => new HtmlParser().ParseDocument(html);
}
