using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Staff.Announcements;

public sealed class AnnouncementTests
{
    [Fact]
    public async Task An_announcement_goes_to_a_segment_once_somebody_has_said_how_many_get_it()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("jena@firma.example", "jena");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new { subject = "Neues aus Jena", text = "Ein **Tipp**: https://thaff.example/\n\nViele Grüße\nKeil", regions = new[] { "jena" } });
        await stage.TickAsync();
        Assert.Empty(await stage.MailsAsync());

        Assert.Equal(2, (int)(await staff.ReadAsync(id, "/preview"))["recipients"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.ActAsync(id, "release")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(id, "release?recipients=3")).StatusCode);
        await staff.DoAsync(id, "release?recipients=2");
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        var mails = await stage.MailsAsync();
        Assert.Equal(["jena@firma.example", "ueberall@firma.example"], mails.Select(mail => mail.To).Order());
        Assert.All(mails, mail =>
        {
            Assert.Equal("Neues aus Jena", mail.Subject);
            Assert.Contains("<strong>Tipp</strong>", mail.Html, StringComparison.Ordinal);
            Assert.Contains("Viele Grüße\nKeil", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Contains("/newsletter/einstellungen?t=", mail.Text, StringComparison.Ordinal);
            Assert.Contains("List-Unsubscribe", mail.Headers.Keys);
        });
    }

    [Fact]
    public async Task Only_who_consented_to_announcements_gets_one_from_the_list()
    {
        await using var stage = await Stage.OpenAsync();
        var earlier = ConsentWording.Of("2026-11").TextFor(stage.Service<IOptions<SiteOptions>>().Value);
        await stage.Service<Subscribers>().AddConfirmedAsync(EmailAddress.Stored("frueher@firma.example"), Preferences.Invitations,
            Consent.Imported("Test", earlier, Preferences.Invitations, stage.Clock.GetUtcNow()), CancellationToken.None);
        await stage.SubscribeAsync("jetzt@firma.example");
        await stage.ConfirmAsync((await stage.ConfirmationAsync("jetzt@firma.example")).LinkTo("/newsletter/bestaetigen"));
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new { subject = "Neues Jahresprogramm", text = "Es ist da." });

        Assert.Equal(1, (int)(await staff.ReadAsync(id, "/preview"))["leftOut"]![Recipients.OtherConsent]!);
        await staff.DoAsync(id, "release?recipients=1");
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        Assert.Equal("jetzt@firma.example", Assert.Single(await stage.MailsAsync(), mail => mail.Subject == "Neues Jahresprogramm").To);
    }

    [Fact]
    public async Task An_announcement_goes_to_the_attendees_of_one_session_each_address_once()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Seats = 2 });
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });
        await stage.SettledAsync();
        await stage.RegisterAsync(Person.Cem); // waits
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new { subject = "Parken am Haus", text = "Bitte parken Sie hinten.", session = October.Id.Value });

        await staff.DoAsync(id, "release?recipients=1");
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        var mail = Assert.Single(await stage.MailsAsync(), mail => mail.Subject == "Parken am Haus");
        Assert.Equal(Person.Ada.Email, mail.To);
        Assert.Contains("Guten Tag Ada Löwe und Bo O’Neill,", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
    }

    [Fact]
    public async Task An_announcement_goes_to_those_who_wait_and_to_nobody_who_moved_up_before_it_went_out()
    {
        await using var stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        using var staff = await StaffBrowser.OpenAsync(stage);
        var list = await staff.SeeAsync($"/redaktion/termine/{October.Id}/anmeldungen");
        var write = Assert.Single(list.QuerySelectorAll("a"), link => link.TextContent == "An die Warteliste schreiben").GetAttribute("href")!;
        var page = await staff.DoAsync(write, "/redaktion/aussendungen/neu", ("subject", "Zweiter Termin"), ("text", "Es gibt noch einen."));
        Assert.Contains("Alle, die für den Termin auf der Warteliste stehen", page.Body!.TextContent, StringComparison.Ordinal);
        var id = CampaignId.Parse(page.QuerySelector("a[href*='/mitteilungen/']")!.GetAttribute("href")!.Split('/')[^1])!;
        var open = $"/redaktion/aussendungen/{id}";
        await staff.DoAsync($"/redaktion/aussendungen/mitteilungen/{id}", null, ("text", "Es gibt noch einen, im November."));
        await staff.DoAsync(open, open + "/freigeben", ("anzahl", "2"));

        var ada = list.QuerySelectorAll("tbody a").Single(link => link.TextContent.Contains(Person.Ada.LastName, StringComparison.Ordinal))
            .GetAttribute("href")!;
        await staff.DoAsync(ada, ada + "/absagen", ("ja", "ja")); // Bo moves up
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        var mail = Assert.Single(await stage.MailsAsync(), mail => mail.Subject == "Zweiter Termin");
        Assert.Equal(Person.Cem.Email, mail.To);
        Assert.Contains("weil Sie auf der Warteliste für den Praxisaustausch „Sprache im Betrieb“", mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_date_it_waits_for_it()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new { subject = "Bald", text = "Text.", due = "2026-09-02T09:00" });
        await staff.DoAsync(id, "release?recipients=1");
        await stage.TickAsync();
        Assert.Empty(await stage.MailsAsync());

        await stage.TickAsync(Sessions.At(2026, 9, 2, 9));

        Assert.Single(await stage.DeliveredAsync(id));
    }

    [Theory]
    [InlineData("subject", "")]
    [InlineData("text", "")]
    [InlineData("session", "2026-10-unbekannt")]
    [InlineData("due", "2026-08-01T09:00")]
    [InlineData("due", "morgen")]
    public async Task What_is_wrong_is_named(string field, string value)
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await stage.StaffAsync();
        var announcement = new Dictionary<string, string> { ["subject"] = "Betreff", ["text"] = "Text", [field] = value };

        var answer = await staff.PostAsJsonAsync("/api/staff/campaigns", announcement);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
