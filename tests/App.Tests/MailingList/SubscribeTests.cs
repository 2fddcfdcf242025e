using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.MailingList;

public sealed partial class SubscribeTests : IAsyncLifetime
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
        Assert.Contains(WebUtility.HtmlEncode("Abmeldelink in jeder Aussendung"), page, StringComparison.Ordinal);

        var answer = await stage.SubscribeAsync(Ada, ("regions", "erfurt"), ("regions", "jena"), ("documentation", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Postfach", await stage.Http.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        var request = (await stage.SubscriberAsync(Ada))!.Request!;
        Assert.Equal(["erfurt", "jena"], request.Preferences.Regions.Select(region => region.Key));
        Assert.True(request.Preferences.Documentation);
    }

    [Fact]
    public async Task Only_the_button_behind_the_mailed_link_confirms_and_the_proof_is_kept()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        Assert.Contains("<button", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Ada))!.State);

        stage.Clock.Advance(TimeSpan.FromHours(3));
        var page = await stage.Http.GetAsync(link);
        var confirmed = await stage.PressAsync(page, link);
        var again = await stage.PressAsync(page, link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (confirmed.StatusCode, again.StatusCode));
        Assert.Contains("Verteiler", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        var subscriber = await stage.SubscriberAsync(Ada);
        var now = stage.Clock.GetUtcNow();
        Assert.Equal(SubscriberState.Active, subscriber!.State);
        Assert.Equal(
            new Consent(now.AddHours(-3), "Newsletter-Bestellung, Formular, dessen Herkunft der Browser nicht mitschickt", "2026-12",
                ConsentWording.CurrentIn(Language.German).TextFor(stage.Service<IOptions<SiteOptions>>().Value),
                "Einladungen zu Terminen in allen Regionen und online. Hinweise auf neue Dokumentationen: nein.", now,
                "Knopf auf der Seite hinter dem Link, der an diese Adresse ging"),
            Assert.Single(await stage.ConsentsAsync(Ada)));
    }

    [Fact]
    public async Task The_page_before_the_button_shows_the_whole_text_and_names_who_sends()
    {
        await using var other = await Stage.OpenAsync(settings: new() { ["Site:Operator"] = "Agentur „Muster“ & Co." });
        await other.SubscribeAsync(Ada, ("regions", "jena"), ("documentation", "true"));
        var link = (await other.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        var page = WebUtility.HtmlDecode(await other.Http.GetStringAsync(link));
        await other.ConfirmAsync(link);

        var consent = Assert.Single(await other.ConsentsAsync(Ada));
        Assert.Contains($"<p>{consent.Text}</p>", page, StringComparison.Ordinal);
        Assert.Contains("dass Agentur „Muster“ & Co. mir an diese E-Mail-Adresse", consent.Text, StringComparison.Ordinal);
        Assert.Equal("Einladungen zu Online-Terminen und in: Jena, Stadt. Hinweise auf neue Dokumentationen: ja.", consent.Choice);
    }

    [Fact]
    public async Task A_later_consent_stands_beside_the_older_one()
    {
        await stage.SubscribeAsync(Ada);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen"));
        var first = Assert.Single(await stage.ConsentsAsync(Ada));
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync(Ada))!.Key, CancellationToken.None);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.SubscribeAsync(Ada, ("regions", "jena"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada, count: 2)).LinkTo("/newsletter/bestaetigen"));

        var both = await stage.ConsentsAsync(Ada);
        Assert.Equal(2, both.Count);
        Assert.Equal(first, both[0]);
        Assert.Contains("Jena", both[1].Choice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)] // a program that posts without the page
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_button_above_which_stood_another_text_or_choice_confirms_nothing_and_shows_the_page_again(string? shown)
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        var answer = await stage.Http.PostAsync(link, shown is null ? null : new FormUrlEncodedContent([new("shown", shown)]));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Ada))!.State);
        Assert.Equal(HttpStatusCode.OK, (await stage.PressAsync(answer, link)).StatusCode);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task Who_signs_up_again_between_page_and_button_agrees_to_the_present_choice_only()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        var page = await stage.Http.GetAsync(link);
        await stage.SubscribeAsync(Ada, ("regions", "jena"));
        await stage.ConfirmationAsync(Ada, count: 2);

        Assert.Equal(HttpStatusCode.Conflict, (await stage.PressAsync(page, link)).StatusCode);
        Assert.Empty(await stage.ConsentsAsync(Ada));
    }

    public static TheoryData<string?, string?, string> Origins => new()
    {
        { "null", "same-origin", "Formular dieser Website" }, // our pages send no referrer
        { "https://www.agentur.example", "cross-site", "Formular auf https://www.agentur.example" },
        { "null", "cross-site", "Formular auf einer anderen Website, die ihren Namen nicht mitschickt" },
        { "nichts://<b>", null, "Formular, dessen Herkunft der Browser nicht mitschickt" },
        { null, null, "Formular, dessen Herkunft der Browser nicht mitschickt" },
    };

    [Theory, MemberData(nameof(Origins))]
    public async Task The_proof_says_on_whose_form_it_was_asked_for(string? origin, string? site, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/subscriptions")
        {
            Content = new FormUrlEncodedContent([new("email", Ada)]),
        };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        await stage.Http.SendAsync(request);

        Assert.Equal($"Newsletter-Bestellung, {expected}", (await stage.SubscriberAsync(Ada))!.Request!.AskedFrom);
    }

    [Fact]
    public async Task Of_a_program_the_proof_says_so()
    {
        await stage.Http.PostAsJsonAsync("/api/subscriptions", new { email = Ada });

        Assert.Equal("Newsletter-Bestellung, Schnittstelle (JSON)", (await stage.SubscriberAsync(Ada))!.Request!.AskedFrom);
    }

    [Fact]
    public async Task Who_is_told_to_wait_gets_back_what_was_typed_and_can_send_it_again()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:PostsPerClientAndHour"] = "1" });
        await strict.SubscribeAsync("a@firma.example");

        var refused = await strict.SubscribeAsync(Ada, ("regions", "jena"), ("regions", "gera"), ("documentation", "true"));
        var page = await refused.Content.ReadAsStringAsync();
        foreach (var words in new[] { Ada, "Jena, Stadt", "Gera, Stadt", "ja" })
            Assert.Contains($">{words}</dd>", page, StringComparison.Ordinal);

        strict.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.PressAsync(refused)).StatusCode);
        var request = (await strict.SubscriberAsync(Ada))!.Request!.Preferences;
        Assert.Equal(["jena", "gera"], request.Regions.Select(region => region.Key));
        Assert.True(request.Documentation);
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

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_the_address_is_known()
    {
        await stage.AddActiveAsync("aktiv@firma.example");
        await stage.AddActiveAsync("fort@firma.example");
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync("fort@firma.example"))!.Key, CancellationToken.None);

        var answers = new List<string>();
        foreach (var email in new[] { Ada, Ada, "aktiv@firma.example", "fort@firma.example" })
        {
            var answer = await stage.Http.PostAsJsonAsync("/api/subscriptions",
                new { email, regions = new[] { "erfurt" }, documentation = false });
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal("""Accepted {"status":"received"}""", Assert.Single(answers.Distinct()));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync("aktiv@firma.example"))!.State);
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync("fort@firma.example"))!.State);
    }

    [Fact]
    public async Task The_same_calls_to_storage_come_before_the_answer_whatever_is_known_of_an_address_and_however_often_it_was_typed()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage("Subscribe");
        await using var recorded = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account), storage: account);
        await recorded.AddActiveAsync("aktiv@firma.example");
        await recorded.SubscribeAsync("anders@firma.example"); // what only the first of a process asks for
        storage.Take();

        var calls = new List<string>();
        foreach (var email in new[] { Ada, Ada, Ada, Ada, Ada, "aktiv@firma.example", "neu@firma.example" })
        {
            await recorded.SubscribeAsync(email);
            var asked = storage.Take().Where(call => !call.Contains("open", StringComparison.Ordinal)); // once for each partition
            calls.Add(Partition().Replace(string.Join('\n', asked), "PartitionKey='#'"));
        }

        Assert.Equal(2, calls[0].Split('\n').Length); // the subscriber, and one transaction
        Assert.Single(calls.Distinct());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_answered_like_any_other()
    {
        await stage.SubscribeAsync(Ada);
        var subscribers = stage.Service<SubscriberStore>();
        var key = subscribers.KeyOf(EmailAddress.Stored(Ada));
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers).UpdateEntityAsync(
            new TableEntity(SubscriberStore.PartitionOf(key), key) { ["State"] = "irgendwie" }, ETag.All);

        Assert.Equal(HttpStatusCode.SeeOther, (await stage.SubscribeAsync(Ada)).StatusCode);
    }

    [Fact]
    public async Task A_filled_honeypot_gets_the_same_answer_and_stores_nothing()
    {
        var answer = await stage.SubscribeAsync(Ada, ("website", "https://werbung.example"));

        Assert.Equal((HttpStatusCode.SeeOther, ShowNewsletter.ThanksPath), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Null(await stage.SubscriberAsync(Ada));
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
    public async Task An_address_is_asked_at_most_three_times_a_day()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(HttpStatusCode.SeeOther, (await stage.SubscribeAsync(Ada.ToUpperInvariant())).StatusCode);
        await stage.SubscribeAsync("marker@firma.example");
        await stage.ConfirmationAsync("marker@firma.example");
        await stage.ConfirmationAsync(Ada, count: 3);
        Assert.Equal(3, (await stage.MailsAsync(Ada)).Count);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.SubscribeAsync(Ada);

        await stage.ConfirmationAsync(Ada, count: 4);
    }

    [Fact]
    public async Task A_client_that_posts_too_often_has_to_wait()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:PostsPerClientAndHour"] = "2" });
        await strict.SubscribeAsync("a@firma.example");
        await strict.SubscribeAsync("b@firma.example");

        var refused = await strict.SubscribeAsync("c@firma.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), refused.Headers.RetryAfter?.Delta);

        strict.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("c@firma.example")).StatusCode);
    }

    [Fact]
    public async Task A_client_that_names_many_addresses_waits_for_the_next_day()
    {
        await using var strict = await Stage.OpenAsync(settings: new() { ["MailingList:AddressesPerClientAndDay"] = "2" });
        await strict.SubscribeAsync("a@firma.example");
        await strict.SubscribeAsync("b@firma.example");

        var refused = await strict.SubscribeAsync("c@firma.example");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromHours(16), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("a@firma.example")).StatusCode);

        strict.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Equal(HttpStatusCode.SeeOther, (await strict.SubscribeAsync("c@firma.example")).StatusCode);
    }

    [Fact]
    public async Task A_link_that_is_tampered_with_expired_or_meant_for_something_else_gets_the_same_page()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        var leave = new Uri(stage.Service<LeaveLink>().For((await stage.SubscriberAsync(Ada))!.Key).AbsoluteUri).Query;

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

    [GeneratedRegex("PartitionKey='[0-9a-f]'")]
    private static partial Regex Partition();
}
