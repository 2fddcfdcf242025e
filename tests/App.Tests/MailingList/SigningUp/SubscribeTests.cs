using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

public sealed class SubscribeTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_page_has_the_form_and_leads_to_the_thank_you_page()
    {
        var page = await stage.Http.GetStringAsync("/newsletter");
        Assert.Contains("action=\"/newsletter\"", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("Newsletter abbestellen“ in jeder Aussendung"), page, StringComparison.Ordinal);

        var answer = await stage.SubscribeAsync(Ada, ("regions", "erfurt"), ("regions", "jena"), ("documentation", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Postfach", await stage.Http.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        var request = (await stage.SubscriberAsync(Ada))!.Request!;
        Assert.Equal(["erfurt", "jena"], request.Preferences.Regions.Select(region => region.Key));
        Assert.True(request.Preferences.Documentation);
    }

    [Fact]
    public async Task The_mail_that_asks_carries_no_advertising_and_nothing_that_was_typed()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.SubscribeAsync(Ada, ("name", "Kauft bei uns"), ("documentation", "true"), ("regions", "gera"));

        var mail = await stage.ConfirmationAsync(Ada);

        Assert.DoesNotContain("Kauft", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Gera", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSessions.October.Title, mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Contains("/impressum", mail.Html, StringComparison.Ordinal);
        Assert.Contains("/datenschutz", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "email")]
    [InlineData("ada", "email")]
    [InlineData("äda@firma.example", "email")]
    [InlineData("ada@firma.example\r\nBcc: x@y.example", "email")]
    public async Task What_is_wrong_is_said_at_the_field(string email, string field)
    {
        var json = await stage.Http.PostAsJsonAsync("/api/subscriptions", new { email });
        var form = await stage.SubscribeAsync(email);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (json.StatusCode, form.StatusCode));
        Assert.NotNull((await json.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![field]);
        Assert.Contains($"id=\"{field}-error\"", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regions_that_do_not_exist_are_refused_and_what_was_typed_is_kept()
    {
        var answer = await stage.SubscribeAsync(Ada, ("regions", "jena"), ("regions", "atlantis"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"regions-error\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Ada}\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"jena\" checked", page);
    }

    [Theory]
    [InlineData("/newsletter", false)]
    [InlineData("/api/subscriptions", false)]
    [InlineData("/api/subscriptions", true)]
    public async Task Sectors_and_topics_are_chosen_beside_regions_and_stand_in_the_proof(string path, bool isJson)
    {
        await stage.PlanAsync(TestSessions.October with { Focus = "Anerkennung, Pflege" });
        Assert.Contains("value=\"Anerkennung%2C%20Pflege\"", await stage.Http.GetStringAsync("/newsletter"), StringComparison.Ordinal);

        var answer = await ChooseAsync(path, isJson, "bau", "Anerkennung%2C%20Pflege");
        Assert.Equal(isJson ? HttpStatusCode.Accepted : HttpStatusCode.SeeOther, answer.StatusCode);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        Assert.Contains("Anerkennung, Pflege", WebUtility.HtmlDecode(await stage.Http.GetStringAsync(link)), StringComparison.Ordinal);
        await stage.ConfirmAsync(link);

        var chosen = (await stage.SubscriberAsync(Ada))!.Preferences;
        Assert.Equal(("erfurt", "bau it", "Anerkennung, Pflege"), (Assert.Single(chosen.Regions).Key,
            string.Join(' ', chosen.Sectors.Select(sector => sector.Key)), Assert.Single(chosen.Topics)));
        Assert.Equal(
            "Einladungen zu Online-Terminen und in: Erfurt, Stadt. Branchen: Baugewerbe; Informations- und Kommunikationstechnik. "
            + "Schwerpunkte: Anerkennung, Pflege. Hinweise auf neue Dokumentationen: nein.",
            (await stage.ConsentsAsync(Ada))[0].Choice);

        foreach (var (sector, topic, field) in new[] { ("zauberei", "Anerkennung%2C%20Pflege", "sectors"), ("bau", "Kauft%20bei%20uns", "topics") })
        {
            var refused = await ChooseAsync(path, isJson, sector, topic);
            var said = await refused.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            if (isJson) Assert.NotNull(JsonNode.Parse(said)!["errors"]![field]);
            else Assert.Contains($"id=\"{field}-error\"", said, StringComparison.Ordinal);
        }
    }

    Task<HttpResponseMessage> ChooseAsync(string path, bool isJson, string sector, string topic) => isJson
        ? stage.Http.PostAsJsonAsync(
            path, new { email = Ada, regions = new[] { "erfurt" }, sectors = new[] { sector, "it" }, topics = new[] { topic } })
        : stage.Http.PostAsync(path, new FormUrlEncodedContent(
            [new("email", Ada), new("regions", "erfurt"), new("sectors", sector), new("sectors", "it"), new("topics", topic)]));

    [Theory]
    [InlineData("text/plain", "email=ada@firma.example", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"email\":", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[1]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"regions\":[{\"a\":1}]}", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "no boundary", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_refused(string type, string body, HttpStatusCode status)
    {
        var answer = await stage.Http.PostAsync("/api/subscriptions", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        var answer = await stage.Http.PostAsync("/api/subscriptions",
            new FormUrlEncodedContent([new("email", new string('a', FormBody.MaxBytes))]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_tampered_with_expired_or_meant_for_something_else_gets_the_same_page()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        var leave = new Uri(stage.Service<LeaveLink>().For((await stage.SubscriberAsync(Ada))!).AbsoluteUri).Query;

        var pages = new HashSet<string>();
        foreach (var wrong in new[] { link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), "/newsletter/bestaetigen",
            "/newsletter/bestaetigen" + leave }) await NoteAsync(wrong);
        stage.Clock.Advance(TimeSpan.FromDays(7));
        await NoteAsync(link);

        Assert.Single(pages);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Ada))!.State);

        async Task NoteAsync(string address)
        {
            foreach (var answer in new[] { await stage.Http.GetAsync(address), await stage.Http.PostAsync(address, null) })
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                pages.Add(await answer.Content.ReadAsStringAsync());
            }
        }
    }
}
