using System.Net;

namespace ThaffFunctions.Tests.Staff;

/// <summary>What protects every form of the staff pages; the form that asks for proofs of consent stands for all.</summary>
public sealed class StaffFormTests : IAsyncLifetime
{
    const string Path = "/redaktion/einwilligungen";
    const string Typed = "niemand@firma.example";

    Stage stage = null!;
    StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        browser = await StaffBrowser.OpenAsync(stage);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_form_left_open_for_a_day_comes_back_with_everything_typed_and_then_works()
    {
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await browser.SeeAsync(Path), Path), ("email", Typed)).ToList();
        stage.Clock.Advance(TimeSpan.FromHours(13));

        var late = await StaffBrowser.PageAsync(await PostAsync(form), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Es ist noch nichts geschehen", late.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Fehler:", late.Title, StringComparison.Ordinal);
        var again = StaffBrowser.Filled(StaffBrowser.FormOf(late, Path)).ToList();
        Assert.Contains(again, field => field is { Key: "email", Value: Typed });
        var found = await StaffBrowser.PageAsync(await PostAsync(again), HttpStatusCode.OK);
        Assert.Contains("nichts gespeichert", found.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_missing_forged_or_made_for_another_form_does_nothing()
    {
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await browser.SeeAsync(Path), Path), ("email", Typed)).ToDictionary();
        var token = form["formular"];
        string[] wrong = ["", "x", token[..^1], token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"), token + "A"];

        foreach (var forged in wrong)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(new Dictionary<string, string>(form) { ["formular"] = forged }))
                .StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(form)).StatusCode);
    }

    [Fact]
    public async Task Who_is_signed_out_meanwhile_signs_in_beside_it_and_loses_nothing()
    {
        const string edit = "/redaktion/termine/2026-10-sprache-im-betrieb";
        await stage.PlanAsync(TestSessions.October);
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await browser.SeeAsync(edit), edit), ("place", "Rathaus"), ("sectors", "bau"),
            ("sectors", "it"));
        using var signedOut = new StaffBrowser(await stage.BrowserAsync(null));

        var asked = await StaffBrowser.PageAsync(await signedOut.Http.PostAsync(edit, new FormUrlEncodedContent(form)),
            HttpStatusCode.Unauthorized);

        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fredaktion", asked.QuerySelector("main ol a")!.GetAttribute("href"));
        var again = StaffBrowser.Filled(StaffBrowser.FormOf(asked, edit));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Http.PostAsync(edit, new FormUrlEncodedContent(again))).StatusCode);
        Assert.Contains("Rathaus", (await browser.SeeAsync("/redaktion/termine")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://boese.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Forms_of_other_sites_do_nothing_even_with_a_token(string header, string value, HttpStatusCode status)
    {
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await browser.SeeAsync(Path), Path), ("email", Typed));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(header, value);

        Assert.Equal(status, (await browser.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_navigation_shows_the_pages_there_are_and_marks_the_one_that_is_open()
    {
        var page = await browser.SeeAsync("/redaktion/zustand");

        var entries = page.QuerySelectorAll("nav[aria-label=Redaktion] a");
        Assert.Equal(["Heute", "Zustand", "Protokoll"], entries.Select(entry => entry.TextContent)
            .Where(name => name is "Heute" or "Zustand" or "Protokoll"));
        Assert.Equal("Zustand", Assert.Single(entries, entry => entry.HasAttribute("aria-current")).TextContent);
        foreach (var entry in entries) await browser.SeeAsync(entry.GetAttribute("href")!);
    }

    Task<HttpResponseMessage> PostAsync(IEnumerable<KeyValuePair<string, string>> form) =>
        browser.Http.PostAsync(Path, new FormUrlEncodedContent(form));
}
