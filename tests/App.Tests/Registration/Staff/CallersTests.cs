using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Who calls and has no e-mail address.</summary>
public sealed class CallersTests : CallerVisit
{
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
}
