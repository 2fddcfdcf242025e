using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Who calls and has no e-mail address.</summary>
public sealed class CallersTests : SignedIn
{
    const string List = "/redaktion/termine/2026-10-sprache-im-betrieb/anmeldungen";
    const string Phone = "0361 / 55 51 23";

    static readonly Person Vera = new("Veronika", "Größenwahn-Müller", "");

    [Fact]
    public async Task Who_has_no_address_gets_a_seat_or_waits_as_everybody_and_two_of_one_name_are_two_persons()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });

        Assert.Contains("hat einen Platz. Bitte sagen Sie es ihr gleich", StatusOf(await AddAsync(Vera)), StringComparison.Ordinal);
        await AddOtherAsync(Vera);
        Assert.Contains("steht auf der Warteliste", StatusOf(await AddAsync(Person.Cem with { Email = "" })), StringComparison.Ordinal);

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Veronika", "Veronika"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.Equal(["Cem"], book.Waiting.Select(attendee => attendee.FirstName));
        Assert.All(book.Seated, attendee => Assert.Equal((Phone, false), (attendee.Phone, attendee.IsUnconfirmedSeat)));
        var csv = await staff.Http.GetStringAsync(List + ".csv");
        Assert.DoesNotContain(EmailAddress.NoneShown, csv, StringComparison.Ordinal);
        Assert.Contains($";{Phone};", csv, StringComparison.Ordinal);
        Assert.Contains("Größenwahn-Müller, Veronika", NotesDesk.TextOf(await staff.Http.GetByteArrayAsync(List + "/unterschriften.pdf")),
            StringComparison.Ordinal);
        var page = await staff.SeeAsync(List);
        Assert.Contains(EmailAddress.NoneShown, page.QuerySelector("td[data-label='E-Mail-Adresse']")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#anrufen"));
    }

    [Fact]
    public async Task The_same_form_posted_twice_registers_one_person()
    {
        await stage.PlanAsync(TestSessions.October);
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(List + "/neu"), null), Typed(Vera)).ToList();

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await staff.Http.PostAsync(List + "/neu", new FormUrlEncodedContent(form))).StatusCode);

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vera@anderswo.example")]
    public async Task Who_seems_to_be_registered_already_gets_no_second_seat_unless_it_is_another_person(string email)
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera with { Email = "vera@gaertnerei.example" });
        await SeatBook.ReadAsync(stage);

        var answer = await staff.PostAsync(List + "/neu", null, Typed(Vera with { FirstName = " VERONIKA", Email = email }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        var asked = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Veronika Größenwahn-Müller, Platz, vera@gaertnerei.example", asked.QuerySelector("form .notice.warn")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(await PathOfAsync("Größenwahn"), asked.QuerySelector("form .notice.warn a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_is_registered_already_is_shown_to_staff_and_nothing_that_they_typed_is_lost()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera with { Email = "vera@gaertnerei.example" });
        var path = await PathOfAsync("Größenwahn");

        var known = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, [.. Typed(Vera with { Email = "VERA@gaertnerei.example" }), ("needsOther", "Aufzug")]),
            HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(known.QuerySelector("#email-error"));
        Assert.NotNull(known.QuerySelector($".notice a[href='{path}']"));
        Assert.Equal("Aufzug", known.QuerySelector("#needsOther")!.GetAttribute("value"));
        await DeliveredAsync();
        Assert.Single(await stage.MailsAsync("vera@gaertnerei.example"));
    }

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
    public async Task Who_waits_sees_where_in_line_and_who_cancelled_is_registered_anew_from_what_is_known()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Bo, Person.Ada }) await AddAsync(person);
        var added = await staff.DoAsync(List + "/neu", null, [.. Typed(Vera)[..^1], ("needsOther", "Aufzug")]);
        Assert.Contains(AttendeePages.NotReachable, StatusOf(added), StringComparison.Ordinal);
        var path = await PathOfAsync("Größenwahn");

        var page = await staff.SeeAsync(path);

        Assert.Contains("Warteliste, Stelle 2", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await staff.SeeAsync(List)).QuerySelectorAll("td[data-label=Stand]"),
            cell => cell.TextContent.StartsWith("Warteliste, Stelle 2", StringComparison.Ordinal));
        var labels = page.QuerySelectorAll(".acts label").Select(label => label.TextContent).ToList();
        Assert.Equal(labels.Distinct(), labels);
        Assert.Contains(page.QuerySelectorAll(".notice.warn"), notice => notice.TextContent == AttendeePages.NotReachable);

        await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"));
        var anew = (await staff.SeeAsync(path)).QuerySelectorAll(".notice a").Single(link => link.TextContent == "neu angemeldet");
        var form = await staff.SeeAsync(anew.GetAttribute("href")!);
        Assert.Equal(["Veronika", "Aufzug"],
            new[] { "firstName", "needsOther" }.Select(field => form.GetElementById(field)!.GetAttribute("value")));

        var nameless = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, ("firstName", "")), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte geben Sie den Vornamen an.", nameless.QuerySelector("#firstName-error")!.TextContent,
            StringComparison.Ordinal);
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
    public async Task The_page_of_a_caller_says_how_to_take_part_and_what_was_answered()
    {
        await stage.PlanAsync(TestSessions.October);
        await staff.DoAsync(List + "/neu", null, [.. Typed(Vera), ("needsOther", "Aufzug")]);
        var path = await PathOfAsync("Größenwahn");

        await staff.DoAsync("/redaktion/bedarf", null, ("answer", "declined"));
        await CalledForAsync(path, "Antwort auf Bedarf");
        await staff.DoAsync("/redaktion/bedarf", null, ("answer", "granted"), ("text", "Eingang Hof"));
        await CalledForAsync(path, "Antwort auf Bedarf");
        await DeliveredAsync();
        Assert.Single(Assert.Single((await SeatBook.ReadAsync(stage)).Seated).CallAbout);

        var page = await staff.SeeAsync(path);
        var facts = page.QuerySelector("dl.facts")!.TextContent;
        foreach (var fact in new[] { "Aufzug: zugesagt: Eingang Hof", "https://konferenz.example/raum-7" })
            Assert.Contains(fact, facts, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll($".notice a[href='/redaktion/termine/{TestSessions.October.Id}']"));
        Assert.Single(page.QuerySelectorAll(".notice a[href='/redaktion/aussendungen']"));
        var vera = Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        const string privacy = "/redaktion/datenschutz";
        var stored = await StaffBrowser.PageAsync(await staff.PostAsync(privacy, privacy, ("email", vera.Email.Value)), HttpStatusCode.OK);
        Assert.Contains(stored.QuerySelectorAll("dd.typed"), text => text.TextContent == "Antwort auf Bedarf");
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
    public async Task That_it_is_another_person_stays_confirmed_while_something_else_is_wrong()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        var asked = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, Typed(Vera)), HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)asked.QuerySelector("#andere")!).IsChecked = true;

        var form = StaffBrowser.Filled(StaffBrowser.FormOf(asked, List + "/neu"), ("phone", "ruf an"));
        var refused = await PostAsync(List + "/neu", form, HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(refused.QuerySelector("#phone-error"));
        Assert.True(((IHtmlInputElement)refused.QuerySelector("#andere")!).IsChecked);
        Assert.Null(refused.QuerySelector("#andere-error"));
    }

    [Theory]
    [InlineData("", "keine E-Mail-Adresse gespeichert")]
    [InlineData("/en", "This registration has no e-mail address")]
    public async Task Whose_address_was_taken_away_is_promised_no_mail(string root, string told)
    {
        await stage.PlanAsync(TestSessions.October with { SeatsOnline = 5 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "onSite"), ("needsOther", "Aufzug"));
        var path = await PathOfAsync("Ada");

        var done = await staff.DoAsync(path, path, ("email", ""), ("phone", Phone));

        Assert.Contains("hat jetzt keine E-Mail-Adresse mehr", StatusOf(done), StringComparison.Ordinal);
        var ada = Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        var link = root + stage.Service<ManageLink>().For(TestSessions.October, ada).PathAndQuery;
        foreach (var step in new[] { "", "&schritt=absagen", "&stand=abgesagt", "&stand=gewechselt" })
        {
            var page = await staff.SeeAsync(link + step);
            var text = page.QuerySelector("main")!.TextContent;
            Assert.Contains(told, text, StringComparison.Ordinal);
            Assert.DoesNotContain("ohne-", text, StringComparison.Ordinal);
            foreach (var promise in new[] { "per E-Mail.", "per E-Mail, ob", "eine E-Mail mit", "Eine E-Mail mit", " e-mail with", "by e-mail whether" })
                Assert.DoesNotContain(promise, text.Replace("bekommen Sie deshalb nicht per E-Mail.", "", StringComparison.Ordinal),
                    StringComparison.Ordinal);
        }
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

    [Fact]
    public async Task Staff_add_an_address_later_and_the_confirmation_goes_there()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        await DeliveredAsync();
        var path = await PathOfAsync("Größenwahn");
        var before = await staff.SeeAsync(path);
        Assert.Contains("keine E-Mail-Adresse, Telefon " + Phone, before.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(before.QuerySelectorAll($"form[action='{path}/bestaetigung']"));

        await staff.DoAsync(path, path, ("company", "Gärtnerei"), ("phone", "0172 / 1")); // still none
        await staff.DoAsync(path, path, ("email", "vera@gaertnerei.example"));

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("vera@gaertnerei.example")).Count == 1);
        var vera = Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        Assert.Equal(("", "Gärtnerei", null), (vera.Phone, vera.Company, vera.ConfirmedAt));

        await staff.DoAsync(path, path, ("email", ""), ("phone", Phone));
        Assert.False(Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated).Email.HasMailbox);

        var refused = await StaffBrowser.PageAsync(
            await staff.PostAsync(path, path, ("phone", "ruf an")), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(refused.QuerySelector("#phone-error"));
    }

    [Fact]
    public async Task Who_has_no_address_is_found_by_name_told_what_is_stored_and_erased()
    {
        const string page = "/redaktion/datenschutz";
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await AddAsync(Vera);
        await stage.RegisterAsync(Person.Bo);
        await SeatBook.ReadAsync(stage);

        Assert.Contains("niemand mit diesem Namen", (await FindAsync(("name", "Ada"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niemand mit diesem Namen", (await FindAsync(("name", "Bo"))).Body!.TextContent, StringComparison.Ordinal);
        var named = await FindAsync(("name", "grossenwahn veronika"));
        var hit = Assert.Single(named.QuerySelectorAll("main li form"));
        var shown = await PostAsync(page, StaffBrowser.Filled(hit), HttpStatusCode.OK);
        Assert.Contains("Gespeichert zu Veronika Größenwahn-Müller", shown.Body!.TextContent, StringComparison.Ordinal);
        foreach (var told in new[] { Phone, EmailAddress.NoneShown })
            Assert.Contains(told, shown.Body!.TextContent, StringComparison.Ordinal);
        var pdf = await staff.Http.PostAsync(page, new FormUrlEncodedContent(
            [.. StaffBrowser.Filled(shown.QuerySelectorAll($"form[action='{page}']")[1]), new("format", "pdf")]));
        var printed = NotesDesk.TextOf(await pdf.Content.ReadAsByteArrayAsync());
        Assert.Contains(Phone, printed, StringComparison.Ordinal);
        Assert.Contains("Zu einer Anmeldung von", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Auch der Maildienst", shown.Body!.TextContent, StringComparison.Ordinal);

        var erase = StaffBrowser.FormOf(shown, $"{page}/loeschen");
        var refused = await PostAsync(
            $"{page}/loeschen", StaffBrowser.Filled(erase, ("nochmals", "Veronika")), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(refused.QuerySelector("#nochmals-error"));
        var done = await staff.Http.PostAsync($"{page}/loeschen", new FormUrlEncodedContent(
            StaffBrowser.Filled(StaffBrowser.FormOf(refused, $"{page}/loeschen"), ("nochmals", "Veronika Größenwahn-Müller"))));
        Assert.Contains("keine weitere gespeichert", StatusOf(await staff.SeeAsync(done.Headers.Location!.OriginalString)),
            StringComparison.Ordinal);

        Assert.Equal(["Bo"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
        var dump = await StorageDump.OfAsync(stage);
        foreach (var text in new[] { Vera.FirstName, Vera.LastName, Phone })
            foreach (var form in StorageDump.FormsOf(text)) Assert.DoesNotContain(form, dump, StringComparison.Ordinal);

        async Task<IHtmlDocument> FindAsync(params (string, string)[] typed) =>
            await StaffBrowser.PageAsync(await staff.PostAsync(page, page, typed), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Erasing_one_of_several_registrations_of_a_caller_says_that_there_are_more()
    {
        const string page = "/redaktion/datenschutz";
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Vera);
        foreach (var _ in new[] { 1, 2 }) await AddOtherAsync(Vera);
        await SeatBook.ReadAsync(stage);
        var named = await StaffBrowser.PageAsync(await staff.PostAsync(page, page, ("name", "Veronika")), HttpStatusCode.OK);
        var shown = await PostAsync(page, StaffBrowser.Filled(named.QuerySelector("main li form")!), HttpStatusCode.OK);

        var done = await staff.Http.PostAsync($"{page}/loeschen", new FormUrlEncodedContent(StaffBrowser.Filled(
            StaffBrowser.FormOf(shown, $"{page}/loeschen"), ("nochmals", "Veronika Größenwahn-Müller"))));

        var status = StatusOf(await staff.SeeAsync(done.Headers.Location!.OriginalString));
        Assert.Contains("noch 2 Anmeldungen", status, StringComparison.Ordinal);
        Assert.DoesNotContain("überall", status, StringComparison.Ordinal);
        Assert.Equal(2, (await SeatBook.ReadAsync(stage)).Seated.Count);
    }

    [Theory]
    [InlineData("ohne-0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public async Task Nobody_registers_themselves_without_an_address(string typed)
    {
        await stage.PlanAsync(TestSessions.October);

        var refused = await stage.PostFormAsync(Vera with { Email = typed }, null, ("phone", Phone));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    /// <summary>Every mail has been sent or, where it cannot go, given up.</summary>
    Task DeliveredAsync() => Stage.EventuallyAsync(async () => !await stage.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, TestSessions.October.Id.Value, default).AnyAsync());

    async Task CalledForAsync(string path, string about) => await Stage.EventuallyAsync(async () =>
        (await staff.SeeAsync(path)).QuerySelectorAll(".notice li").Any(item => item.TextContent == about));

    async Task<IReadOnlyList<string>> NotArrivedAsync() =>
        [.. (await staff.SeeAsync("/redaktion")).QuerySelectorAll("main a").Select(link => link.TextContent)
            .Where(text => text.Contains("nicht bekommen", StringComparison.Ordinal))];

    async Task<IHtmlDocument> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, HttpStatusCode status) =>
        await StaffBrowser.PageAsync(await staff.Http.PostAsync(path, new FormUrlEncodedContent(form)), status);

    static string StatusOf(IHtmlDocument page) => page.QuerySelector("[role=status]")!.TextContent;

    static (string, string)[] Typed(Person person) =>
        [("firstName", person.FirstName), ("lastName", person.LastName), ("email", person.Email), ("phone", Phone)];

    Task<IHtmlDocument> AddAsync(Person person) => staff.DoAsync(List + "/neu", null, Typed(person));

    /// <summary>Somebody of a name that is there already: it is asked whether they are another person, and confirmed.</summary>
    async Task<IHtmlDocument> AddOtherAsync(Person person)
    {
        var asked = await StaffBrowser.PageAsync(
            await staff.PostAsync(List + "/neu", null, Typed(person)), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(asked.QuerySelector(".problems a[href='#andere']"));
        ((IHtmlInputElement)asked.QuerySelector("#andere")!).IsChecked = true;
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(asked, List + "/neu")).ToList();
        Assert.Contains(new("phone", Phone), form);
        var answer = await staff.Http.PostAsync(List + "/neu", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await staff.SeeAsync(answer.Headers.Location!.OriginalString);
    }

    async Task<string> PathOfAsync(string name)
    {
        await SeatBook.ReadAsync(stage);
        var row = Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("tbody tr"),
            row => row.TextContent.Contains(name, StringComparison.Ordinal));
        return row.QuerySelector("a")!.GetAttribute("href")!;
    }
}
