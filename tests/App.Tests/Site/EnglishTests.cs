using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.Campaigns;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using static ThaffFunctions.Tests.TestSessions;

namespace ThaffFunctions.Tests.Site;

/// <summary>Who comes in English stays in English, in pages, errors, mails and their links.</summary>
public sealed class EnglishTests : IAsyncLifetime
{
    static readonly Person Ada = Person.Ada;

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["Site:Operator:Name"] = "Agentur Muster" }); // names stay as they are
        await stage.PlanAsync(October with
        {
            Seats = 1,
            Place = "Marktplatz 1, Erfurt",
            Directions = "Vom Bahnhof mit der Linie 3 und nicht mit der 4.",
        });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Who_registers_in_english_gets_pages_mails_and_links_in_english_to_the_end()
    {
        var home = await EnglishAsync("/en");
        var session = await EnglishAsync(home.QuerySelector(".next h2 a")!.GetAttribute("href")!);
        var form = session.QuerySelector("form")!.GetAttribute("action")!;
        Assert.Equal($"/en{October.Path}", form);

        var wrong = await stage.Http.PostAsync(form, new FormUrlEncodedContent([new("email", "ada"), new("sector", "x"), new("region", "x"),
            new("needs", "x"), new("lastName", "www.example.com"), new("company", new string('x', 300)), new("email2", "bo"),
            new("question", new string('x', 3000))]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var problems = EnglishText.Expected(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("Please enter your first name.", problems.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sector: please choose from the list.", problems.Body!.TextContent, StringComparison.Ordinal);

        var thanked = await stage.Http.PostAsync(form, new FormUrlEncodedContent(Ada.Form(October.Id.Value)));
        Assert.Equal(HttpStatusCode.SeeOther, thanked.StatusCode);
        Assert.StartsWith("/en/anmeldung/danke?", thanked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await EnglishAsync(thanked.Headers.Location!.OriginalString);

        var confirmation = await MailAsync("Registered for 5 October, 10 am");
        var manage = confirmation.LinkTo("/en/anmeldung?t=");
        var unfolded = confirmation.Calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("Change or cancel your registration", unfolded, StringComparison.Ordinal);
        await EnglishAsync(manage);
        await EnglishAsync(manage + "&schritt=absagen");
        await EnglishAsync(manage + "&schritt=loeschen");

        Assert.Equal($"{manage}&stand=abgesagt", await ActAsync(manage, "cancel"));
        await EnglishAsync(manage + "&stand=abgesagt");
        await MailAsync("Your cancellation for 5 October, 10 am");

        Assert.Equal("/en/anmeldung/geloescht", await ActAsync(manage, "erase"));
        await EnglishAsync("/en/anmeldung/geloescht");
    }

    [Fact]
    public async Task Who_waits_moves_up_and_is_told_of_changes_in_english()
    {
        await stage.PostFormAsync(Person.Bo);
        await stage.Http.PostAsync($"/en{October.Path}", new FormUrlEncodedContent(Ada.Form(October.Id.Value)));
        var waiting = await MailAsync("Waiting list for 5 October, 10 am");
        await EnglishAsync(waiting.LinkTo("/en/anmeldung?t="));

        var bo = (await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync(Person.Bo.Email)) is [var mail, ..] ? mail : null)).LinkTo("/anmeldung?t=");
        Assert.StartsWith("/anmeldung", bo, StringComparison.Ordinal);
        await stage.Http.PostAsync(bo, new FormUrlEncodedContent([new("action", "cancel")]));
        var promoted = await MailAsync("You have a seat on 5 October, 10 am");

        var manage = promoted.LinkTo("/en/anmeldung?t=");
        var wrong = await stage.Http.PostAsync(manage, new FormUrlEncodedContent([new("action", "correct")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        EnglishText.Expected(await wrong.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_registers_again_in_english_is_written_to_in_english()
    {
        await stage.PostFormAsync(Ada);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Ada.Email)).Count == 1);

        await stage.Http.PostAsync($"/en{October.Path}", new FormUrlEncodedContent(Ada.Form(October.Id.Value)));

        (await MailAsync("Registered for 5 October, 10 am")).LinkTo("/en/anmeldung?t=");
    }

    [Theory]
    [InlineData("cancel", "Your cancellation for")]
    [InlineData("switch", "Now online on")]
    public async Task Who_cancels_or_switches_on_the_english_page_is_written_to_in_english(string action, string subject)
    {
        await stage.PlanAsync(October with { Seats = 1, SeatsOnline = 1, Place = "Marktplatz 1, Erfurt" });
        await stage.PostFormAsync(Ada, null, ("attendance", "onSite"));
        var german = (await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync(Ada.Email)) is [var mail, ..] ? mail : null)).LinkTo("/anmeldung?t=");

        await stage.Http.PostAsync("/en" + german, new FormUrlEncodedContent([new("action", action), new("to", "online")]));

        (await MailAsync(subject + " 5 October, 10 am")).LinkTo(action == "cancel" ? "/en/" : "/en/anmeldung?t=");
    }

    [Fact]
    public async Task The_page_on_which_somebody_changes_the_registration_decides_the_language_of_later_mails()
    {
        await stage.PostFormAsync(Ada);
        var german = (await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync(Ada.Email)) is [var mail, ..] ? mail : null)).LinkTo("/anmeldung?t=");

        await stage.Http.PostAsync("/en" + german, new FormUrlEncodedContent(
            [.. Ada.Form(October.Id.Value), new("action", "correct")]));
        await ActAsync("/en" + german, "cancel");

        await MailAsync("Your cancellation for 5 October, 10 am");
    }

    [Fact]
    public async Task The_newsletter_is_ordered_confirmed_chosen_and_left_in_english_and_the_proof_holds_the_english_text()
    {
        var page = await EnglishAsync("/en/newsletter");
        var form = page.QuerySelector("form")!.GetAttribute("action")!;
        var wrong = await stage.Http.PostAsync(form, new FormUrlEncodedContent(
            [new("email", "ada"), new("regions", "x"), new("sectors", "x"), new("topics", "x")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        EnglishText.Expected(await wrong.Content.ReadAsStringAsync());

        var thanked = await stage.Http.PostAsync(form, new FormUrlEncodedContent([new("email", Ada.Email), new("regions", "erfurt"),
            new("sectors", "bau"), new("documentation", "true")]));
        Assert.Equal("/en/newsletter/danke", thanked.Headers.Location!.OriginalString);
        await EnglishAsync("/en/newsletter/danke");
        var mail = await MailAsync("Please confirm: ThAFF Praxisaustausch newsletter");
        var link = mail.LinkTo("/en/newsletter/bestaetigen?t=");
        var asked = await EnglishAsync(link);

        var confirmed = await stage.ConfirmAsync(link);
        EnglishText.Expected(await confirmed.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        var consent = Assert.Single(await stage.ConsentsAsync(Ada.Email));
        Assert.Equal(ConsentWording.CurrentIn(Language.English).Version, consent.Wording);
        Assert.Contains(consent.Text, asked.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Invitations to online sessions and in: Erfurt (city). Sectors: Construction. Notices of new documentation: yes.",
            consent.Choice);

        var subscriber = (await stage.SubscriberAsync(Ada.Email))!;
        Assert.Equal(Language.English, subscriber.Language);
        var settings = stage.Service<SettingsLink>().For(subscriber).PathAndQuery;
        Assert.StartsWith("/en/newsletter/einstellungen?t=", settings, StringComparison.Ordinal);
        await EnglishAsync(settings);
        var saved = await stage.Http.PostAsync(settings, new FormUrlEncodedContent([new("regions", "jena")]));
        await EnglishAsync(saved.Headers.Location!.OriginalString);
        var leave = stage.Service<LeaveLink>().For(subscriber).PathAndQuery;
        Assert.StartsWith("/en/abmelden?t=", leave, StringComparison.Ordinal);
        await EnglishAsync(leave);
        EnglishText.Expected(await (await stage.Http.PostAsync(leave, null)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync(Ada.Email))!.State);
        EnglishText.Expected(await (await stage.Http.GetAsync(settings)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_orders_the_newsletter_with_an_english_registration_is_asked_in_english()
    {
        var form = Ada.Form(October.Id.Value);
        form["newsletter"] = "ja";
        await stage.Http.PostAsync($"/en{October.Path}", new FormUrlEncodedContent(form));

        await EnglishAsync((await MailAsync("Please confirm: ThAFF Praxisaustausch newsletter")).LinkTo("/en/newsletter/bestaetigen?t="));
    }

    [Fact]
    public async Task Programs_and_forms_of_other_sites_say_the_language_and_are_answered_and_mailed_in_it()
    {
        var form = Ada.Form(October.Id.Value);
        form["language"] = "en";
        var problem = await stage.Http.PostAsJsonAsync("/api/registrations", new { session = October.Id.Value, language = "en" });
        Assert.Contains("Please enter your last name.", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        problem = await stage.Http.PostAsJsonAsync("/api/subscriptions", new { email = "ada", language = "en" });
        Assert.Equal("Please check what you entered.", (string)(await problem.Content.ReadFromJsonAsync<JsonNode>())!["title"]!);

        var answer = await stage.Http.PostAsync("/api/registrations", new FormUrlEncodedContent(form));

        Assert.StartsWith("/en/anmeldung/danke?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await MailAsync("Registered for");
    }

    [Fact]
    public async Task Everybody_is_reminded_in_their_own_language()
    {
        await stage.PlanAsync(October with { Seats = 9, Place = "Marktplatz 1, Erfurt" });
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Ada, null, ("language", "en"));
        await stage.RegisterAsync(Person.Cem);

        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(CampaignId.Reminder(October, 1));

        var reminder = await MailAsync("Reminder for tomorrow, 10 am");
        Assert.Contains("Hello Ada Löwe,", reminder.Text, StringComparison.Ordinal);
        await EnglishAsync(reminder.LinkTo("/en/anmeldung?t="));
        foreach (var german in new[] { Person.Bo, Person.Cem })
            Assert.Contains(await stage.MailsAsync(german.Email),
                mail => mail.Subject.StartsWith("Erinnerung an morgen", StringComparison.Ordinal));
    }

    public static TheoryData<string> KindsOfMails => [.. RegistrationMailKind.All];

    [Theory]
    [MemberData(nameof(KindsOfMails))]
    public async Task A_mail_about_a_registration_has_no_german_in_it(string kind)
    {
        foreach (var session in new[] { October, October with { SeatsOnline = 5 } })
        {
            var model = new RegistrationMailModel(kind, session with { Place = "Marktplatz 1, Erfurt" }, "Ada", stage.Clock.GetUtcNow(),
                new("https://a.example/en/anmeldung"), new("https://a.example/en"), Language.English)
            {
                Position = 3,
            };
            await ExpectAsync(model, model.Subject);
        }
    }

    [Fact]
    public async Task Mails_about_changes_and_needs_have_no_german_in_them()
    {
        var (link, planned) = (new Uri("https://a.example/en"), October with { Place = "Marktplatz 1, Erfurt" });
        var before = Appointment.Of(planned);
        foreach (var hasSeat in new[] { true, false })
            foreach (var (session, told) in new[]
            {
                (planned with { Start = planned.Start.AddDays(7), End = planned.End.AddDays(7), Place = "Anger 1, Erfurt" }, before),
                (planned with { OnlineLink = new("https://neu.example") }, before),
                (planned with { SeatsOnline = 5 }, before),
                (planned with { Status = SessionStatus.Cancelled }, before),
                (planned, before with { IsCancelled = true }),
            })
            {
                var model = new ChangeMailModel(session, told, hasSeat, null, link, link, Language.English);
                await ExpectAsync(model, model.Subject, model.Preheader);
            }

        foreach (var (isGranted, isChanged) in new[] { (true, false), (false, false), (true, true) })
        {
            var model = new NeedAnswerMailModel(planned, isGranted, "Das ist die Antwort der Redaktion.", null, link, Language.English)
            {
                IsChanged = isChanged,
            };
            await ExpectAsync(model, model.Subject);
        }
    }

    async Task ExpectAsync<TBody>(IModelOf<TBody> mail, params string[] lines) where TBody : ModelComponent
    {
        EnglishText.Expected(await stage.Service<PageRenderer>().In(Language.English).RenderAsync(mail));
        Assert.All(lines,
            line => Assert.DoesNotMatch(EnglishText.GermanWords(), line.Replace(October.Title, "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_spellings_of_an_english_address_lead_to_it()
    {
        foreach (var (spelt, right) in new[] { ("/en/", "/en"), ("/EN/Newsletter/", "/en/newsletter") })
            Assert.Equal(right, (await stage.Http.GetAsync(spelt)).Headers.Location?.OriginalString);
    }

    public static TheoryData<string, HttpStatusCode> Pages => new()
    {
        { "/en", HttpStatusCode.OK },
        { "/en/termine/2026-10-sprache-im-betrieb", HttpStatusCode.OK },
        { "/en/newsletter", HttpStatusCode.OK },
        { "/en/newsletter/danke", HttpStatusCode.OK },
        { "/en/anmeldung/danke", HttpStatusCode.OK },
        { "/en/anmeldung/danke?termin=2026-10-sprache-im-betrieb&plaetze=waitingList&newsletter=ja&personen=2", HttpStatusCode.OK },
        { "/en/anmeldung/geloescht", HttpStatusCode.OK },
        { "/en/impressum", HttpStatusCode.OK },
        { "/en/datenschutz", HttpStatusCode.OK },
        { "/en/barrierefreiheit", HttpStatusCode.OK },
        { "/en/multiplikatoren", HttpStatusCode.OK },
        { "/en/multiplikatoren/erfurt", HttpStatusCode.OK },
        { "/en/multiplikatoren/handwerk", HttpStatusCode.OK },
        { "/en/multiplikatoren/erfurt/liste", HttpStatusCode.OK },
        { "/en/multiplikatoren/gibt-es-nicht", HttpStatusCode.NotFound },
        { "/en/termine/gibt-es-nicht.ics", HttpStatusCode.NotFound },
        { "/en/termine/gibt-es-nicht", HttpStatusCode.NotFound },
        { "/en/nichts", HttpStatusCode.NotFound },
        { "/en/anmeldung?t=falsch", HttpStatusCode.NotFound },
        { "/en/abmelden?t=falsch", HttpStatusCode.NotFound },
        { "/en/newsletter/bestaetigen?t=falsch", HttpStatusCode.NotFound },
        { "/en/newsletter/einstellungen?t=falsch", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_german_but_what_says_that_it_is_german(string path, HttpStatusCode status)
    {
        var answer = await stage.Http.GetAsync(path);
        var page = EnglishText.Expected(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, answer.StatusCode);
        Assert.All(page.QuerySelectorAll("a[href^='/']:not([hreflang=de])"),
            link => Assert.Matches("^/en($|[/?#])", link.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.OK, status == HttpStatusCode.OK
            ? (await stage.Http.SendAsync(new(HttpMethod.Head, path))).StatusCode : HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/termine/2026-10-sprache-im-betrieb")]
    [InlineData("/newsletter")]
    [InlineData("/impressum")]
    [InlineData("/datenschutz")]
    [InlineData("/barrierefreiheit")]
    [InlineData("/multiplikatoren")]
    public async Task A_page_and_its_twin_tell_search_engines_of_each_other_and_have_a_link_to_each_other(string path)
    {
        var (german, english) = (await PageAsync(path), await EnglishAsync(path == "/" ? "/en" : "/en" + path));

        Assert.Equal("de", german.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Alternates(german), Alternates(english));
        Assert.Equal(
            [("de", stage.Http.BaseAddress + path[1..]), ("en", stage.Http.BaseAddress + ("en" + path).TrimEnd('/')),
                ("x-default", stage.Http.BaseAddress + path[1..])],
            Alternates(german));
        foreach (var (page, locale) in new[] { (german, "de_DE"), (english, "en_GB") })
        {
            var own = Alternates(page).First(one => one.Language == page.DocumentElement.GetAttribute("lang")).Address;
            Assert.Equal(own, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal(locale, page.QuerySelector("meta[property='og:locale']")!.GetAttribute("content"));
            var other = Alternates(page).First(one => one.Language is "de" or "en" && one.Address != own);
            Assert.Equal(new Uri(other.Address).AbsolutePath,
                page.QuerySelector($"nav a[lang={other.Language}]")!.GetAttribute("href"));
        }

        var sitemap = await stage.Http.GetStringAsync("/sitemap.xml");
        Assert.All(Alternates(german), one => Assert.Contains($"<loc>{one.Address}</loc>", sitemap, StringComparison.Ordinal));
    }

    async Task<IHtmlDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await stage.Http.GetStringAsync(path));

    async Task<IHtmlDocument> EnglishAsync(string path) => EnglishText.Expected(await stage.Http.GetStringAsync(path));

    async Task<SentMail> MailAsync(string subject)
    {
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Ada.Email))
            .FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
        EnglishText.Expected(mail.Html!);
        Assert.Matches(@"Hello[^,]*,\s+\p{Lu}", mail.Text);
        return mail;
    }

    /// <returns>Where it leads.</returns>
    async Task<string?> ActAsync(string link, string action) => (await stage.Http.PostAsync(link,
        new FormUrlEncodedContent([new("action", action)]))).Headers.Location?.OriginalString;

    static IReadOnlyList<(string Language, string Address)> Alternates(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]")
            .Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!))];
}
