using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Shared.Web.Pages;

/// <summary>
/// What holds of every page a visitor can meet, those with errors too: strict headers, and markup that assistive technology can rely on
/// (WCAG 2.2).
/// </summary>
public sealed class PageTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    public static TheoryData<string, HttpStatusCode> Pages => new()
    {
        { "/", HttpStatusCode.OK },
        { "/termine/2026-10-sprache-im-betrieb", HttpStatusCode.OK },
        { "/newsletter", HttpStatusCode.OK },
        { "/newsletter/danke", HttpStatusCode.OK },
        { "/anmeldung/danke", HttpStatusCode.OK },
        { "/anmeldung/danke?termin=2026-10-sprache-im-betrieb&plaetze=waitingList&newsletter=ja", HttpStatusCode.OK },
        { "/anmeldung/geloescht", HttpStatusCode.OK },
        { "/impressum", HttpStatusCode.OK },
        { "/datenschutz", HttpStatusCode.OK },
        { "/barrierefreiheit", HttpStatusCode.OK },
        { "/dokumentation", HttpStatusCode.OK },
        { "/dokumentation/2026-10-sprache-im-betrieb", HttpStatusCode.NotFound },
        { "/termine/gibt-es-nicht", HttpStatusCode.NotFound },
        { "/anmeldung?t=falsch", HttpStatusCode.NotFound },
        { "/abmelden?t=falsch", HttpStatusCode.NotFound },
        { "/newsletter/bestaetigen?t=falsch", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_strict_and_sound(string path, HttpStatusCode status)
    {
        var answer = await stage.Http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        ExpectStrict(answer);
        await ExpectSoundAsync(answer);
    }

    [Fact]
    public async Task Pages_of_ones_own_are_strict_and_sound()
    {
        await stage.RegisterAsync(Person.Ada);
        var attendee = (await SeatBook.ReadAsync(stage)).Seated[0];
        var manage = stage.Service<ManageLink>().For(TestSessions.October, attendee).PathAndQuery;
        await stage.AddActiveAsync(Person.Ada.Email);
        var leave = stage.Service<LeaveLink>().For((await stage.SubscriberAsync(Person.Ada.Email))!).PathAndQuery;

        var settings = stage.Service<SettingsLink>().For((await stage.SubscriberAsync(Person.Ada.Email))!).PathAndQuery;

        foreach (var path in new[] { manage, leave, settings })
        {
            var answer = await stage.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            ExpectStrict(answer);
            await ExpectSoundAsync(answer);
        }
    }

    public static TheoryData<string, string, string, HttpStatusCode> Refused => new()
    {
        { "/api/registrations", "application/x-www-form-urlencoded", "session=2026-10-sprache-im-betrieb",
            HttpStatusCode.UnprocessableEntity },
        { "/api/registrations", "application/x-www-form-urlencoded", "session=2026-10-gibt-es-nicht", HttpStatusCode.NotFound },
        { "/api/registrations", "application/json", "{\"session\":\"2026-10-sprache-im-betrieb\"}", HttpStatusCode.UnprocessableEntity },
        { "/api/registrations", "application/json", "{", HttpStatusCode.BadRequest },
        { "/api/registrations", "text/plain", "hallo", HttpStatusCode.UnsupportedMediaType },
        { "/api/registrations", "multipart/form-data; boundary=x", "--y", HttpStatusCode.BadRequest },
        { "/api/subscriptions", "application/x-www-form-urlencoded", "email=ada&regions=atlantis", HttpStatusCode.UnprocessableEntity },
        { "/termine/2026-10-sprache-im-betrieb", "application/x-www-form-urlencoded", "email=ada", HttpStatusCode.UnprocessableEntity },
        { "/termine/2026-10-gibt-es-nicht", "application/x-www-form-urlencoded", "email=ada", HttpStatusCode.NotFound },
        { "/newsletter", "application/x-www-form-urlencoded", "email=ada", HttpStatusCode.UnprocessableEntity },
        { "/anmeldung?t=falsch", "application/x-www-form-urlencoded", "action=cancel", HttpStatusCode.NotFound },
        { "/abmelden?t=falsch", "application/x-www-form-urlencoded", "", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_is_strict_and_sound(string path, string type, string body, HttpStatusCode status)
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await stage.Http.PostAsync(path, content);

        Assert.Equal(status, answer.StatusCode);
        ExpectStrict(answer);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html") await ExpectSoundAsync(answer);
        else Assert.Equal((int)status, (await answer.Content.ReadFromJsonAsync<Microsoft.AspNetCore.Mvc.ProblemDetails>())!.Status);
    }

    [Theory]
    [InlineData("/programm.json")]
    [InlineData("/programm.ics")]
    [InlineData("/termine/2026-10-sprache-im-betrieb.ics")]
    [InlineData("/assets/site.css")]
    public async Task What_programs_fetch_is_strict_too(string path) => ExpectStrict(await stage.Http.GetAsync(path));

    static void ExpectStrict(HttpResponseMessage answer)
    {
        var policy = Header("Content-Security-Policy").Split("; ");
        Assert.Equal("default-src 'none'", policy[0]);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.All(policy, part => Assert.DoesNotContain("unsafe", part, StringComparison.Ordinal));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));

        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
    }

    static async Task ExpectSoundAsync(HttpResponseMessage answer)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("· ThAFF Praxisaustausch", page.Title, StringComparison.Ordinal);
        Assert.InRange(page.Title!.Length, 1, 70);
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), style, iframe, [style], [onclick]"));
        Assert.All(page.QuerySelectorAll("[src]"), source => Assert.StartsWith("/", source.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("main"));
        ExpectHeadings(page);
        ExpectReferences(page);
        Assert.All(page.QuerySelectorAll<IHtmlElement>("input:not([type=hidden]), select, textarea"), control =>
            Assert.True(page.QuerySelector($"label[for='{control.Id}']")?.TextContent.Trim().Length > 0, $"{control.Id} has no label"));
        Assert.All(page.QuerySelectorAll("a, button"), active => Assert.NotEqual("", active.TextContent.Trim()));
        if (page.QuerySelector(".problems") is { } summary) ExpectProblems(page, summary);
    }

    static void ExpectHeadings(IHtmlDocument page)
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "A heading level is skipped."));
    }

    static void ExpectReferences(IHtmlDocument page)
    {
        Assert.All(page.QuerySelectorAll("[id]").GroupBy(element => element.Id), same => Assert.Single(same));
        var named = page.QuerySelectorAll("[aria-describedby], [aria-labelledby]")
            .SelectMany(element => $"{element.GetAttribute("aria-describedby")} {element.GetAttribute("aria-labelledby")}".Split(' ',
            StringSplitOptions.RemoveEmptyEntries));
        var linked = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]);
        Assert.All(named.Concat(linked), id => Assert.NotNull(page.GetElementById(id)));
    }

    /// <summary>The summary takes the focus, leads to each field, and each field is marked and described by its message.</summary>
    static void ExpectProblems(IHtmlDocument page, IElement summary)
    {
        Assert.StartsWith("Fehler: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(("alert", "-1", true),
            (summary.GetAttribute("role"), summary.GetAttribute("tabindex"), summary.HasAttribute("autofocus")));
        var fields = summary.QuerySelectorAll("a").Select(link => page.GetElementById(link.GetAttribute("href")![1..])!).ToList();
        Assert.Equal(fields, page.QuerySelectorAll(string.Join(',', fields.Select(field => $"[id='{field.Id}']"))));
        Assert.All(fields, field => Assert.NotEqual("", page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent.Trim()));
        Assert.All(fields.Where(field => field.LocalName != "fieldset"), field => Assert.Equal("true", field.GetAttribute("aria-invalid")));
    }
}
