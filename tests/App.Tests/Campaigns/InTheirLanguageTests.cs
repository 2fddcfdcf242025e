using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.Campaigns.Staff;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Site;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns;

/// <summary>
/// One campaign to people who chose different languages: each gets the mail, its links and its calendar entry in their own.
/// </summary>
public sealed partial class InTheirLanguageTests
{
    const string Lea = "lea@firma.example";

    static readonly Dictionary<string, string> Settings = new() { ["Site:Operator:Name"] = "Agentur Muster" };

    static readonly Dictionary<string, string> Slow = new(Settings) { ["AzureWebJobs.DeliverBatch.Disabled"] = "true" };

    static readonly Session Planned = October with
    {
        Place = "Marktplatz 1, Erfurt",
        Directions = "Vom Bahnhof mit der Linie 3 und nicht mit der 4.",
        Description = "Wie es **gelingt** und was im Alltag hilft.",
    };

    [Fact]
    public async Task Everybody_is_invited_in_their_own_language_down_to_links_and_calendar_entry()
    {
        await using var stage = await Stage.OpenAsync(settings: Settings);
        await stage.PlanAsync(Planned);
        await stage.AddActiveAsync(Lea);
        var english = await OrderInEnglishAsync(stage);

        await stage.TickAsync(InvitationDay);
        Assert.Equal(2, (await stage.DeliveredAsync(Invitation)).Count);

        var mail = Assert.Single(await stage.MailsAsync(english), mail => mail.Subject == "5 October, 10 am: Sprache im Betrieb");
        Assert.Matches(@"Hello,\s+We would like to invite you", mail.Text);
        foreach (var told in new[] { "Monday, 5 October 2026, 10:00 to 12:00", "Marktplatz 1, Erfurt and online", "until Sunday, 4 October 2026, 18:00. You will receive the access link" })
            Assert.Contains(told, mail.Text, StringComparison.Ordinal);
        var page = Expected(stage, mail);
        Assert.Contains("Wie es gelingt", page.QuerySelector("[lang=de] p")!.TextContent, StringComparison.Ordinal);
        var calendar = await stage.Http.GetStringAsync(mail.LinkTo(".ics"));
        foreach (var told in new[] { "Tomorrow: ThAFF Praxisaustausch", $"/en{Planned.Path}" })
            Assert.Contains(told, calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        EnglishText.Expected(await stage.Http.GetStringAsync(mail.LinkTo($"/en{Planned.Path}")));
        Assert.Contains("/en/abmelden?t=", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);

        var german = Assert.Single(await stage.MailsAsync(Lea), mail => mail.Subject == "5. Oktober, 10 Uhr: Sprache im Betrieb");
        Assert.DoesNotContain("/en/", german.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("lang=\"en\"", german.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_links_of_an_english_mail_lead_to_english_settings_where_another_language_counts_from_the_next_mail()
    {
        await using var stage = await Stage.OpenAsync(settings: Settings);
        var english = await OrderInEnglishAsync(stage);
        var settings = (await InvitedAsync(1)).LinkTo("/en/newsletter/einstellungen?t=");
        Assert.Equal("en", await ChosenAsync(settings));

        await SaveAsync(settings, "de");
        Assert.Equal("de", await ChosenAsync(settings)); // on the English page, what stands is shown
        var german = await InvitedAsync(2);
        Assert.StartsWith("5. Oktober", german.Subject, StringComparison.Ordinal);
        settings = german.LinkTo("/newsletter/einstellungen?t=");
        Assert.StartsWith("/newsletter/", settings, StringComparison.Ordinal);

        await SaveAsync(settings, "en");
        await SaveAsync(settings); // a page that does not ask for it
        var leave = (await InvitedAsync(3)).LinkTo("/en/abmelden?t=");
        EnglishText.Expected(await (await stage.Http.PostAsync(leave, null)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync(english))!.State);

        async Task<SentMail> InvitedAsync(int number)
        {
            var session = await stage.PlanAsync(October with { Id = SessionId.Parse($"2026-10-termin-{number}")!.Value, Title = $"Termin {number}." });
            await stage.TickAsync(InvitationDay);
            await stage.DeliveredAsync(CampaignId.Invitation(session.Id));
            return Assert.Single(await stage.MailsAsync(english), mail => mail.Subject.EndsWith(session.Title, StringComparison.Ordinal));
        }

        async Task<string> ChosenAsync(string path) => Assert.IsType<IHtmlSelectElement>(EnglishText.Expected(
            await stage.Http.GetStringAsync(path)).QuerySelector("select[name=language]"), exactMatch: false).Value!;

        async Task SaveAsync(string path, string? language = null) => Assert.NotNull((await stage.Http.PostAsync(path,
            new FormUrlEncodedContent(language is null ? [] : [new("language", language)]))).Headers.Location);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_stands_around_an_announcement_is_in_the_language_of_who_gets_it(bool toAttendees)
    {
        await using var stage = await Stage.OpenAsync(settings: Settings);
        await stage.PlanAsync(Planned);
        var english = stage.AddressesBeside(Lea).First();
        await stage.AddActiveAsync(Lea);
        await stage.AddEnglishAsync(english);
        await stage.RegisterAsync(Person.Ada with { Email = Lea });
        await stage.RegisterAsync(Person.Bo with { Email = english }, null, ("language", "en"));
        await stage.RegisterAsync(Person.Cem with { Email = "cem@firma.example" });
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new
        {
            subject = "Wir bitten um Ihre Meinung",
            text = "Was wünschen Sie sich für das **nächste** Jahr?",
            session = toAttendees ? October.Id.Value : null,
        });
        await staff.DoAsync(id, $"release?recipients={(toAttendees ? 3 : 2)}");
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        var mail = Assert.Single(await stage.MailsAsync(english), mail => mail.Subject == "Wir bitten um Ihre Meinung");
        Expected(stage, mail);
        Assert.Contains(toAttendees ? "Hello Bo O’Neill," : "Hello,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>nächste</strong>", mail.Html, StringComparison.Ordinal);
        Assert.Contains(toAttendees ? "registered for the Praxisaustausch “Sprache im Betrieb” on Monday, 5 October 2026" : "/en/abmelden?t=",
            mail.Text, StringComparison.Ordinal);
        var german = Assert.Single(await stage.MailsAsync(Lea), mail => mail.Subject == "Wir bitten um Ihre Meinung");
        Assert.Contains(toAttendees ? "Guten Tag Ada Löwe," : "Newsletter abbestellen", german.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/", german.Text, StringComparison.Ordinal);
    }

    /// <summary>
    /// The process ends after the first group, with or without its message; meanwhile somebody may choose the other language.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_that_ends_between_the_two_groups_neither_loses_nor_doubles(bool chooses)
    {
        await using var stage = await Stage.OpenAsync(settings: Slow);
        await stage.PlanAsync(October);
        foreach (var (number, address) in stage.AddressesBeside(Lea).Take(9).Index())
            await (number % 3 == 0 ? stage.AddEnglishAsync(address) : stage.AddActiveAsync(address));
        await stage.TickAsync(InvitationDay);
        await stage.ExpandedAsync(Invitation);
        var partition = (await stage.DeliveriesAsync(Invitation))[0].Id.Partition;

        await stage.FireAsync("DeliverBatch", partition);
        var first = await stage.MailsAsync();
        Assert.Single(first.Select(LanguageOf).Distinct());
        Assert.Equal(9 - first.Count, (await stage.DeliveriesAsync(Invitation)).Count(delivery => delivery.State == DeliveryState.Queued));
        var waits = (await stage.DeliveriesAsync(Invitation)).First(delivery => delivery.State == DeliveryState.Queued).Recipient;
        var subscriber = (await stage.Service<SubscriberStore>().FindAsync(waits, default))!;
        if (chooses)
            await stage.Service<SubscriberStore>().ChooseAsync(waits, subscriber.Preferences, subscriber.Language.Other, default);
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");
        for (var times = 0; times < 3; times++) await stage.FireAsync("DeliverBatch", partition);

        var mails = await stage.MailsAsync();
        Assert.Equal((9, 9), (mails.Count, mails.DistinctBy(mail => mail.To).Count()));
        foreach (var mail in mails) Assert.Equal((await stage.SubscriberAsync(mail.To))!.Language.Code, LanguageOf(mail));
    }

    [Fact]
    public async Task Two_languages_cost_at_most_one_more_request_for_each_batch()
    {
        const int people = 60, batch = 10;
        var transport = new RecordingTransport();
        await using var stage = await Stage.OpenAsync(settings: new() { ["SendGrid:BatchSize"] = $"{batch}" }, replace: transport.Replace);
        await stage.PlanAsync(October);
        foreach (var (number, address) in stage.AddressesBeside(Lea).Take(people).Index())
            await (number % 4 == 0 ? stage.AddEnglishAsync(address) : stage.AddActiveAsync(address));

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);

        Assert.Equal(people,
            transport.Requests.SelectMany(request => request.Recipients).DistinctBy(recipient => recipient.To.Canonical).Count());
        Assert.Equal(people, transport.Requests.Sum(request => request.Recipients.Count));
        Assert.InRange(transport.Requests.Count, people / batch, 2 * people / batch);
        Assert.Equal(people / 4, transport.Requests.Where(request => request.Html.Contains("<html lang=\"en\"", StringComparison.Ordinal))
            .Sum(request => request.Recipients.Count));
    }

    /// <summary>On the page, as people do it.</summary>
    static async Task<string> OrderInEnglishAsync(Stage stage)
    {
        var address = stage.AddressesBeside(Lea).First(); // in one batch with her, which must be parted
        await stage.Http.PostAsync("/en/newsletter", new FormUrlEncodedContent([new("email", address)]));
        var asked = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(address)) is [var mail, ..] ? mail : null);
        await stage.ConfirmAsync(asked.LinkTo("/en/newsletter/bestaetigen"));
        return address;
    }

    /// <summary>All of it is English, what leads to pages leads to English ones.</summary>
    static IHtmlDocument Expected(Stage stage, SentMail mail)
    {
        var page = EnglishText.Expected(mail.Html);
        Assert.DoesNotMatch(@"lang=""""", mail.Html);
        Assert.All(page.QuerySelectorAll($"a[href^='{stage.Http.BaseAddress}']").Select(link => new Uri(link.GetAttribute("href")!).AbsolutePath),
            path => Assert.Matches("^/en($|/)", path));
        return page;
    }

    static string LanguageOf(SentMail mail) => Tag().Match(mail.Html).Groups[1].Value;

    [GeneratedRegex("<html lang=\"(..)\"")]
    private static partial Regex Tag();
}
