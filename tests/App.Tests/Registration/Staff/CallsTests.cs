using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Whom staff call because no mail reaches them, and until when.</summary>
public sealed class CallsTests : CallerVisit
{
    [Fact]
    public async Task Whoever_no_mail_can_reach_is_named_until_staff_have_called()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada);
        await AddAsync(Vera);
        var ada = await PathOfAsync("Ada");
        await staff.DoAsync(ada, ada + "/absagen", (AttendeeModel.SureField, "ja")); // Vera moves up
        var path = await PathOfAsync("Größenwahn");
        await CalledForAsync(path, "Nachrücken von der Warteliste");

        await stage.PlanAsync(TestSessions.October with { Seats = 1, Place = "Rathaus, Gera" });
        stage.Clock.Advance(TimeSpan.FromMinutes(16));
        await stage.FireAsync("FollowProgramme", TestSessions.October.Id.Value);
        await CalledForAsync(path, "Änderung oder Absage eines Termins");
        var today = await staff.SeeAsync("/redaktion");
        Assert.Equal(List + "#anrufen", Assert.Single(today.QuerySelectorAll("main a"), link =>
            link.TextContent == "Sprache im Betrieb: 1 Person ohne E-Mail-Adresse").GetAttribute("href"));
        Assert.Contains($"Größenwahn-Müller, {Phone}: Nachrücken", (await staff.SeeAsync(List)).QuerySelector("#anrufen")!.TextContent,
            StringComparison.Ordinal);

        Assert.Contains("bitte anrufen, " + Phone, (await staff.SeeAsync(path)).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var done = await staff.DoAsync(path, path + "/angerufen");
        Assert.Contains("Anruf ist vermerkt", StatusOf(done), StringComparison.Ordinal);
        Assert.DoesNotContain("anrufen", done.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await staff.SeeAsync(List)).QuerySelector("#anrufen"));
        Assert.DoesNotContain("ohne E-Mail-Adresse", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);

        await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"));
        await CalledForAsync(path, "Bestätigung der Absage");
        Assert.DoesNotContain(await stage.MailsAsync(), mail => !mail.To.Contains(Person.Ada.Email, StringComparison.Ordinal));
        Assert.Empty(await NotArrivedAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_was_called_about_a_mail_that_did_not_arrive_is_not_named_any_more(bool isAddressRemoved)
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.Everything, default);
        await stage.RegisterAsync(Person.Ada);
        await DeliveredAsync();
        var path = await PathOfAsync("Ada");
        Assert.Single(await NotArrivedAsync());

        if (isAddressRemoved)
        {
            await staff.DoAsync(path, path, ("email", ""), ("phone", Phone));
            await DeliveredAsync();
            Assert.Empty(await NotArrivedAsync());
            Assert.Contains($"Ada Löwe, {Phone}: Anmeldebestätigung", (await staff.SeeAsync(List)).QuerySelector("#anrufen")!.TextContent,
                StringComparison.Ordinal);
            Assert.DoesNotContain("kam nicht an", (await staff.SeeAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("Anruf ist vermerkt", StatusOf(await staff.DoAsync(path, path + "/angerufen")), StringComparison.Ordinal);

        Assert.Empty(await NotArrivedAsync());
        Assert.Empty((await staff.SeeAsync(path)).QuerySelectorAll(".notice.warn"));
        Assert.Null((await staff.SeeAsync(List)).QuerySelector("#anrufen"));
    }

    [Fact]
    public async Task An_answer_that_did_not_arrive_is_told_again_at_another_address_and_where_needs_are_answered_it_says_so()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored(Person.Ada.Email), SuppressionScope.Everything, default);
        await stage.RegisterAsync(Person.Ada, null, ("needsOther", "Aufzug"));
        await DeliveredAsync();
        Assert.Contains("Bitte rufen Sie an", (await staff.SeeAsync("/redaktion/bedarf")).QuerySelector(".notice.warn")!.TextContent,
            StringComparison.Ordinal);
        await staff.DoAsync("/redaktion/bedarf", null, ("answer", "declined"));
        await DeliveredAsync();
        var path = await PathOfAsync("Ada");
        Assert.Contains("Antwort auf Bedarf", (await staff.SeeAsync(path)).QuerySelector(".notice.warn")!.TextContent,
            StringComparison.Ordinal);

        await staff.DoAsync(path, path, ("email", "ada@neu.example"));

        var mails = await Stage.EventuallyAsync(async () =>
            await stage.MailsAsync("ada@neu.example") is { Count: 2 } both ? both : null);
        Assert.Contains("leider nicht möglich", Assert.Single(mails, mail => mail.Subject.StartsWith("Antwort zu Ihrem Bedarf",
            StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mails, mail => mail.Text.Contains("antwortet Ihnen", StringComparison.Ordinal));
        Assert.Empty((await staff.SeeAsync("/redaktion/bedarf")).QuerySelectorAll(".notice.warn"));
    }

    [Fact]
    public async Task What_comes_up_while_staff_call_is_not_taken_as_told_even_if_it_is_of_the_same_kind()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        var path = await PathOfAsync("Größenwahn");
        await MoveAsync(TestSessions.October with { Place = "Rathaus, Gera" }, calls: 1);
        var opened = StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(path), path + "/angerufen")).ToList();

        await MoveAsync(TestSessions.October with { Place = "Rathaus, Jena" }, calls: 2);
        await staff.Http.PostAsync(path + "/angerufen", new FormUrlEncodedContent(opened));

        var call = Assert.Single(Assert.Single((await SeatBook.ReadAsync(stage)).Seated).CallAbout);
        Assert.DoesNotContain(call.Mail, opened.Single(field => field.Key == "wegen").Value, StringComparison.Ordinal);
        Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("#anrufen li"));
        await staff.DoAsync(path, path + "/angerufen");
        Assert.Empty(Assert.Single((await SeatBook.ReadAsync(stage)).Seated).CallAbout);

        async Task MoveAsync(Session moved, int calls)
        {
            await stage.PlanAsync(moved);
            await Stage.EventuallyAsync(async () => (await SeatBook.ReadAsync(stage)).Seats.Appointment.Place == moved.Place);
            stage.Clock.Advance(TimeSpan.FromMinutes(16));
            await stage.FireAsync("FollowProgramme", moved.Id.Value);
            await Stage.EventuallyAsync(async () => (await SeatBook.ReadAsync(stage)).Seated.Single().CallAbout.Count == calls);
        }
    }

    [Fact]
    public async Task Who_cancels_by_telephone_is_not_called_about_it()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        var path = await PathOfAsync("Größenwahn");

        var done = await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"), (AttendeeModel.ToldField, "ja"));

        Assert.Contains("dass sie es schon weiß", StatusOf(done), StringComparison.Ordinal);
        await DeliveredAsync();
        Assert.Empty(Assert.Single((await SeatBook.ReadAsync(stage)).Cancelled).CallAbout);
    }

    [Fact]
    public async Task Nobody_is_called_about_an_answer_that_was_changed_while_its_mail_was_prepared()
    {
        await stage.PlanAsync(TestSessions.October);
        await staff.DoAsync(List + "/neu", null, [.. Typed(Vera), ("needsOther", "Aufzug")]);
        foreach (var answer in new[] { "declined", "granted" })
        {
            await staff.DoAsync("/redaktion/bedarf", null, ("answer", answer));
            await DeliveredAsync();
        }
        var vera = Assert.Single((await SeatBook.ReadAsync(stage)).Seated);

        await stage.Service<CallList>().AddAsync(
            vera, new(Tables.Registrations, vera.Session.Value, vera.NeedMails[0]), "Antwort auf Bedarf", default);

        var call = Assert.Single(Assert.Single((await SeatBook.ReadAsync(stage)).Seated).CallAbout);
        Assert.Equal(vera.NeedMails[1], DeliveryId.Parse(call.Mail)!.Row);
    }

    [Fact]
    public async Task A_reminder_is_told_by_telephone_and_counts_nobody_whom_it_cannot_reach()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await AddAsync(Vera);
        var campaign = CampaignId.Reminder(TestSessions.October, 7);

        await stage.TickAsync(Sessions.At(2026, 9, 28, 9));
        await stage.DeliveredAsync(campaign);
        var reach = await stage.Service<ReachCount>().CountAsync((await stage.CampaignAsync(campaign))!, TestSessions.October, default);
        using var today = await StaffBrowser.OpenAsync(stage); // by then, who had signed in before is signed out

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Any(mail =>
            mail.Subject.StartsWith("Erinnerung", StringComparison.Ordinal)));
        await Stage.EventuallyAsync(async () => (await today.SeeAsync(List)).QuerySelector("#anrufen") is { } calls
            && calls.TextContent.Contains("Erinnerung", StringComparison.Ordinal));
        Assert.Equal(1, reach.Reached);
        Assert.Contains(reach.LeftOut, why => why is { Key: MailPreparation.NoMailbox, Value: 1 });
    }

    async Task<IReadOnlyList<string>> NotArrivedAsync() =>
        [.. (await staff.SeeAsync("/redaktion")).QuerySelectorAll("main a").Select(link => link.TextContent)
            .Where(text => text.Contains("nicht bekommen", StringComparison.Ordinal))];
}
