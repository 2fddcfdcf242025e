using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Staff.SingleCampaign;

/// <summary>The pages on which staff decide over mailings.</summary>
public sealed class CampaignPagesTests
{
    const string List = "/redaktion/aussendungen";
    static readonly string OfInvitation = $"{List}/{Invitation}";

    [Fact]
    public async Task What_waits_is_changed_until_it_is_released_and_there_is_one_of_it()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("ueberall@firma.example");
        using var staff = await StaffBrowser.OpenAsync(stage);
        var written = await staff.DoAsync($"{List}/neu", $"{List}/neu", ("subject", "Neuse"), ("text", "Text"), ("regions", "jena"),
            ("due", "2026-10-01T09:00"));
        var edit = Assert.Single(written.QuerySelectorAll("a.button"), link => link.TextContent == "Bearbeiten").GetAttribute("href")!;

        var wrong = await StaffBrowser.PageAsync(await staff.PostAsync(edit, edit, ("subject", ""), ("due", "2026-08-01T09:00")),
            HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(wrong.QuerySelector("#subject-error"));
        var tomorrow = Berlin.Moment(Berlin.AtOrAfter(Berlin.Date(stage.Clock.GetUtcNow()).AddDays(1), new(9, 0)));
        Assert.EndsWith($"ein Zeitpunkt, der noch kommt, zum Beispiel {tomorrow}.", wrong.QuerySelector("#due-error")!.TextContent,
            StringComparison.Ordinal);
        var changed = await staff.DoAsync(edit, edit, ("subject", "Neues"), ("due", ""));

        Assert.Contains("Neues", changed.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var form = await staff.SeeAsync(edit);
        Assert.Equal(("Neues", "Text"), (((IHtmlInputElement)form.QuerySelector("#subject")!).Value, form.QuerySelector("#text")!.TextContent));
        Assert.NotNull(form.QuerySelector("input[name=regions][value=jena][checked]"));
        Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("table.rows a"));
        var late = StaffBrowser.Filled(StaffBrowser.FormOf(form, edit), ("subject", "Zu spät")).ToList();
        var path = edit.Replace("/mitteilungen", "", StringComparison.Ordinal);
        var released = await staff.DoAsync(path, $"{path}/freigeben", ("anzahl", "1"));
        Assert.DoesNotContain(released.QuerySelectorAll("a.button"), link => link.TextContent == "Bearbeiten");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.Http.PostAsync(edit, new FormUrlEncodedContent(late))).StatusCode);
        await stage.TickAsync();
        Assert.Equal("Neues", (await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault())).Subject);
    }

    [Fact]
    public async Task Staff_see_what_is_planned_hold_it_test_it_and_release_it()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        using var staff = await StaffBrowser.OpenAsync(stage);

        var list = await staff.SeeAsync(List);
        Assert.Equal(["Geplant"], list.QuerySelectorAll("h2").Select(group => group.TextContent));
        Assert.Equal("true", list.QuerySelector($"nav.staff a[href='{List}']")!.GetAttribute("aria-current") is "page" ? "true" : "false");

        var page = await staff.SeeAsync(list.QuerySelector("table.rows a")!.GetAttribute("href")!);
        Assert.Contains("1 Person", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 nicht: Gewählt sind andere Regionen, Branchen oder Schwerpunkte.", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var frame = page.QuerySelector("iframe[sandbox]")!.GetAttribute("src")!;
        var mail = await staff.Http.GetAsync(frame);
        var policy = Assert.Single(mail.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox; default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("Haus der Wirtschaft, Erfurt", await mail.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["Deutsch", "Englisch"], page.QuerySelectorAll("h3").Select(language => language.TextContent));
        var english = await staff.Http.GetStringAsync(page.QuerySelectorAll("iframe[sandbox]")[1].GetAttribute("src"));
        Assert.Contains("We would like to invite you", english, StringComparison.Ordinal);
        Assert.Contains("/en/abmelden", english, StringComparison.Ordinal);

        var held = await staff.DoAsync(OfInvitation, $"{OfInvitation}/anhalten");
        Assert.Contains("angehalten", held.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/test", ("an", "redaktion@thaff.example"));
        Assert.StartsWith("Test – ", (await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).SingleOrDefault())).Subject,
            StringComparison.Ordinal);
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/test", ("an", "redaktion@thaff.example"), ("sprache", "en"));
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Any(
            test => test.Subject == "Test – 5 October, 10 am: Sprache im Betrieb"));
        await stage.TickAsync(InvitationDay);
        Assert.Equal(2, (await stage.MailsAsync()).Count);
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/freigeben");
        await stage.TickAsync(InvitationDay.AddMinutes(15));
        await stage.DeliveredAsync(Invitation);

        var sent = await staff.SeeAsync(OfInvitation); // the timer that ends it has not come by yet
        Assert.Contains("versandt", sent.QuerySelector("dl.facts dd")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(sent.QuerySelectorAll($"form[action='{OfInvitation}/unterbrechen'], form[action='{OfInvitation}/abbrechen']"));
        Assert.Equal("ueberall@firma.example", (await stage.MailsAsync())[^1].To);
        var log = await staff.SeeAsync($"{OfInvitation}/protokoll");
        Assert.Equal("ueberall@firma.example", log.QuerySelector("td[data-label=Adresse]")!.TextContent);
        Assert.DoesNotContain("@firma.example", (await staff.SeeAsync(OfInvitation)).Body!.TextContent, StringComparison.Ordinal);
        var protocol = (await staff.SeeAsync("/redaktion/protokoll")).Body!.TextContent;
        Assert.Contains($"Aussendung {Invitation}", protocol, StringComparison.Ordinal);
        Assert.DoesNotContain("@firma.example", protocol, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_out_only_when_somebody_says_so_stands_on_the_start_page_whenever_it_is_due()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ueberall@firma.example");
        using var staff = await StaffBrowser.OpenAsync(stage);
        Assert.Null(await LineAsync());

        await staff.DoAsync(OfInvitation, $"{OfInvitation}/anhalten"); // three weeks before it is due
        Assert.EndsWith("an 1 Person; angehalten", await LineAsync(), StringComparison.Ordinal);
        stage.Clock.SetUtcNow(InvitationDay.AddHours(3));
        const string past = "war für 14. September 2026, 09:00 Uhr geplant"; // what is past is not to come
        Assert.EndsWith($": {past}, an 1 Person; angehalten", await LineAsync(), StringComparison.Ordinal);
        foreach (var page in new[] { List, OfInvitation })
            Assert.Contains(past, (await staff.SeeAsync(page)).Body!.TextContent, StringComparison.Ordinal);

        await staff.DoAsync(OfInvitation, $"{OfInvitation}/freigeben"); // due, and the timer has not come by yet
        foreach (var page in new[] { List, OfInvitation })
        {
            var text = (await staff.SeeAsync(page)).Body!.TextContent;
            Assert.Contains("in der nächsten Viertelstunde", text, StringComparison.Ordinal);
            Assert.DoesNotContain(past, text, StringComparison.Ordinal);
        }

        Assert.EndsWith("geht in der nächsten Viertelstunde an 1 Person", await LineAsync("Aussendungen der nächsten sieben Tage"), StringComparison.Ordinal);

        await staff.DoAsync($"{List}/neu", $"{List}/neu", ("subject", "Neuer Raum"), ("text", "Wir ziehen um."));
        Assert.Equal("Mitteilung „Neuer Raum“: nach der Freigabe an 1 Person; angehalten", await LineAsync(of: "Mitteilung"));

        async Task<string?> LineAsync(string heading = "Aussendungen, die warten", string of = "Einladung") =>
            (await staff.SeeAsync("/redaktion")).QuerySelectorAll("h2").SingleOrDefault(title => title.TextContent == heading)?
                .NextElementSibling!.QuerySelectorAll("a")
                .SingleOrDefault(line => line.TextContent.StartsWith(of, StringComparison.Ordinal))?.TextContent;
    }

    [Fact]
    public async Task What_was_held_of_a_session_that_is_cancelled_waits_for_nobody()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("eine@firma.example");
        using var staff = await StaffBrowser.OpenAsync(stage);
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/anhalten");
        Assert.Contains("angehalten", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);

        await stage.PlanAsync(October with { Status = SessionStatus.Cancelled });

        Assert.DoesNotContain("angehalten", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_under_way_is_interrupted_goes_on_and_is_cancelled_only_by_who_says_so()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["SendGrid:BatchSize"] = "1" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(6);
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);

        await staff.DoAsync(OfInvitation, $"{OfInvitation}/unterbrechen");
        Assert.Equal(CampaignState.Paused, (await stage.CampaignAsync(Invitation))!.State);
        Assert.Contains((await staff.SeeAsync("/redaktion")).QuerySelectorAll("main li a"),
            line => line.TextContent.EndsWith(": unterbrochen, geht nach dem Fortsetzen weiter", StringComparison.Ordinal));
        using var second = await StaffBrowser.OpenAsync(stage);
        var stale = StaffBrowser.FormOf(await second.SeeAsync(OfInvitation), $"{OfInvitation}/fortsetzen");
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/fortsetzen");

        var unsure = await StaffBrowser.PageAsync(
            await staff.PostAsync(OfInvitation, $"{OfInvitation}/abbrechen"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#sicher", unsure.QuerySelector(".problems a")!.GetAttribute("href"));
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/abbrechen", ("sicher", "true"));
        var late = await StaffBrowser.PageAsync(
            await second.Http.PostAsync(stale.GetAttribute("action"), new FormUrlEncodedContent(StaffBrowser.Filled(stale))),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Die Aussendung ist abgebrochen.", late.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("abgebrochen", late.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(late.QuerySelectorAll($"form[action$=fortsetzen]"));
    }

    [Fact]
    public async Task What_failed_is_sent_again_from_the_page()
    {
        SendOutcome outcome = new SendOutcome.Refused("SendGrid 400", new HashSet<int>());
        var transport = new RecordingTransport(() => outcome);
        await using var stage = await Stage.OpenAsync(InvitationDay, Slow, transport.Replace);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);
        await stage.TickAsync();

        outcome = new SendOutcome.Accepted(null);
        Assert.Contains("1 fehlgeschlagen", (await staff.SeeAsync(OfInvitation)).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/wiederholen");
        await stage.DeliverAsync(Invitation);

        Assert.Equal(DeliveryState.Sent, Assert.Single(await stage.DeliveriesAsync(Invitation)).State);
    }

    [Fact]
    public async Task Mails_that_failed_for_now_wait_and_no_longer_once_the_mailing_is_interrupted()
    {
        var transport = new RecordingTransport(() => new SendOutcome.TemporaryFailure("SendGrid 500"));
        await using var stage = await Stage.OpenAsync(
            InvitationDay, new(Slow) { ["AzureWebJobs.RecoverDeliveries.Disabled"] = "true" }, transport.Replace);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await StaffBrowser.OpenAsync(stage);
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        var partition = Assert.Single(await stage.DeliveriesAsync(Invitation)).Id.Partition;
        await stage.FailsAsync("DeliverBatch", partition);

        Assert.True(await IsWaitingAsync());
        await staff.DoAsync(OfInvitation, $"{OfInvitation}/unterbrechen");
        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.FireAsync("DeliverBatch", partition);

        Assert.False(await IsWaitingAsync());

        async Task<bool> IsWaitingAsync()
        {
            var state = (await (await staff.Http.GetAsync("/redaktion/zustand")).Content.ReadAsStringAsync()).Contains(
                "1 E-Mail wartet seit", StringComparison.Ordinal);
            Assert.Equal(state, (await staff.SeeAsync("/redaktion")).Body!.TextContent.Contains(
                "1 E-Mail wartet seit", StringComparison.Ordinal));
            return state;
        }
    }

    [Fact]
    public async Task An_announcement_is_written_looked_at_and_released_by_typing_how_many_get_it()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ueberall@firma.example");
        await stage.AddActiveAsync("jena@firma.example", "jena");
        await stage.AddActiveAsync("gera@firma.example", "gera");
        using var staff = await StaffBrowser.OpenAsync(stage);
        const string write = $"{List}/neu";

        var empty = await StaffBrowser.PageAsync(
            await staff.PostAsync(write, write, ("text", "Ein **Tipp** <script>alert(1)</script>"), ("regions", "jena")),
            HttpStatusCode.UnprocessableEntity);
        Assert.Equal("#subject", Assert.Single(empty.QuerySelectorAll(".problems a")).GetAttribute("href"));
        Assert.Contains("Ein **Tipp**", empty.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.True(empty.QuerySelector("#regions-jena")!.HasAttribute("checked"));

        var answer = await staff.PostAsync(write, write, ("subject", "Neues aus Jena"), ("text", "Ein **Tipp** <script>alert(1)</script>"),
            ("regions", "jena"));
        var page = answer.Headers.Location!.OriginalString.Split('?')[0];
        Assert.Contains("2 Personen", (await staff.SeeAsync(page)).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var html = await (await staff.Http.GetAsync($"{page}/ansicht")).Content.ReadAsStringAsync();
        Assert.Contains("<strong>Tipp</strong>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);

        foreach (var (number, problem) in new[] { ("", "wie viele Personen"), ("3", "erreicht jetzt 2 Personen") })
        {
            var refused = await StaffBrowser.PageAsync(
                await staff.PostAsync(page, $"{page}/freigeben", ("anzahl", number)), HttpStatusCode.UnprocessableEntity);
            Assert.Contains(problem, refused.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        }

        await staff.DoAsync(page, $"{page}/freigeben", ("anzahl", "2"));
        await stage.TickAsync();
        await stage.DeliveredAsync(CampaignId.Parse(page.Split('/')[^1])!);
        Assert.Equal(["jena@firma.example", "ueberall@firma.example"], (await stage.MailsAsync()).Select(mail => mail.To).Order());
        Assert.Equal("Neues aus Jena", (await staff.SeeAsync($"{write}?von={page.Split('/')[^1]}")).QuerySelector("#subject")!.GetAttribute("value"));
    }

    /// <summary>
    /// Who has no address, who shares one, and whose address is suppressed get no mail of their own; the number is the same before and
    /// after.
    /// </summary>
    [Fact]
    public async Task As_many_as_somebody_released_it_to_are_its_recipients_and_of_others_it_says_why_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        using var staff = await StaffBrowser.OpenAsync(stage);
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem, Person.Bo with { FirstName = "Berta" } })
            await stage.RegisterAsync(person);
        var add = $"/redaktion/termine/{October.Id}/anmeldungen/neu";
        await staff.DoAsync(add, add, ("firstName", "Vera"), ("lastName", "Groß"));
        await SeatBook.ReadAsync(stage);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Person.Cem.Email), SuppressionScope.Everything, default);
        const string write = $"{List}/neu";

        var answer = await staff.PostAsync(write, write, ("subject", "Neuer Raum"), ("text", "Wir ziehen um."), ("session", October.Id.Value));
        var page = answer.Headers.Location!.OriginalString.Split('?')[0];
        Expect(await staff.SeeAsync(page), "2 Personen");
        await staff.DoAsync(page, $"{page}/freigeben", ("anzahl", "2"));
        await stage.TickAsync();
        var id = CampaignId.Parse(page.Split('/')[^1])!;
        await stage.DeliveredAsync(id);

        Expect(await staff.SeeAsync(page), "Empfänger*innen2");
        Assert.Equal("2", Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("tbody tr"),
            row => row.TextContent.Contains("Neuer Raum", StringComparison.Ordinal)).LastElementChild!.TextContent);

        static void Expect(AngleSharp.Html.Dom.IHtmlDocument page, string count)
        {
            var facts = string.Concat(page.QuerySelectorAll("dl.facts > *").Select(fact => fact.TextContent.Trim()));
            foreach (var told in new[] { count, "1 Person ohne E-Mail-Adresse erreicht diese Nachricht nicht", "1 nicht: An diese Adresse wird nicht mehr" })
                Assert.Contains(told, facts, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Subscribers_whose_address_is_suppressed_are_no_recipients_of_an_invitation()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay);
        await stage.PlanAsync(October);
        foreach (var address in new[] { "eine@firma.example", "keine@firma.example", Person.Ada.Email }) await stage.AddActiveAsync(address);
        await stage.RegisterAsync(Person.Ada);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("keine@firma.example"), SuppressionScope.MailingList, default);
        var reach = await stage.Service<ReachCount>().CountAsync(Campaign.Plan(Invitation, InvitationDay), October, default);

        await stage.TickAsync();
        await stage.DeliveredAsync(Invitation);

        Assert.Equal((1, 1), (reach.Reached, (await stage.CampaignAsync(Invitation))!.Recipients));
    }

    [Theory]
    [InlineData("/keine.aussendung")]
    [InlineData("/keine.aussendung/ansicht")]
    [InlineData("/keine.aussendung/protokoll")]
    [InlineData("/all.announcement-nichts/protokoll?ab=%C3%A4")]
    public async Task What_there_is_not_is_told_so(string path)
    {
        await using var stage = await Stage.OpenAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        await staff.SeeAsync(List + path, HttpStatusCode.NotFound);
    }
}
