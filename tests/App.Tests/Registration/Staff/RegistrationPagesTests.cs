using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Registration.Changes;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using Tables = ThaffFunctions.Shared.Storage.Tables;

namespace ThaffFunctions.Tests.Registration.Staff;

public sealed class RegistrationPagesTests : SignedIn
{
    const string List = "/redaktion/termine/2026-10-sprache-im-betrieb/anmeldungen";

    [Fact]
    public async Task Staff_find_people_by_what_they_know_of_them_and_copy_their_questions()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wer zahlt den Kurs?"));
        await stage.RegisterAsync(Person.Bo, null, ("region", "jena"));
        await stage.RegisterAsync(Person.Cem, null, ("sector", "bau"), ("question", "=SUMME(A1)"));
        await SeatBook.ReadAsync(stage);

        var page = await staff.SeeAsync(List);

        Assert.Contains("2 von 2 Plätzen vergeben, 1 auf der Warteliste", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Löwe", "Bo O’Neill", "Cem Yıldız-Straße"], NamesOn(page));
        Assert.Equal("– Wer zahlt den Kurs?\n\n– =SUMME(A1)", page.QuerySelector("#fragen")!.TextContent);
        Assert.DoesNotContain("Ada", page.QuerySelector("#fragen")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Löwe"], await FindAsync(("suche", "LOWE ada@werkstatt")));
        Assert.Equal(["Bo O’Neill"], await FindAsync(("region", "jena")));
        Assert.Equal(["Cem Yıldız-Straße"], await FindAsync(("sector", "bau"), ("stand", "Waiting")));
        Assert.Equal(["Ada Löwe", "Cem Yıldız-Straße"], await FindAsync(("frage", "ja")));
        Assert.Empty(await FindAsync(("suche", "niemand")));
        Assert.DoesNotContain("method=\"get\"", page.DocumentElement.OuterHtml, StringComparison.Ordinal); // names stay out of addresses
    }

    [Theory]
    [InlineData(false, "seats", "Taken")]
    [InlineData(true, "participation", "Seated")]
    public async Task Where_the_number_cannot_be_read_it_is_unknown_and_not_nobody(bool isOver, string row, string column)
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations)
            .UpsertEntityAsync(new TableEntity(TestSessions.October.Id.Value, row) { [column] = "viele" });
        if (isOver) stage.Clock.SetUtcNow(TestSessions.October.End);

        using var staff = await StaffBrowser.OpenAsync(stage); // by then, who had signed in before is signed out
        foreach (var path in isOver ? new[] { List, "/redaktion/termine?jahr=2026" } : [List, "/redaktion/termine", "/redaktion"])
        {
            var page = (await staff.SeeAsync(path)).Body!.TextContent;
            Assert.Contains("Die Zahl der Anmeldungen ist zurzeit nicht bekannt.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("noch niemand angemeldet", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_is_a_file_for_excel_and_a_sheet_to_sign()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada, null, ("question", "=SUMME(A1); \"oder\"?"));
        await stage.RegisterAsync(Person.Bo);

        var csv = await staff.Http.GetByteArrayAsync(List + ".csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        Assert.StartsWith("Stand;Vorname;Nachname;E-Mail-Adresse;", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=SUMME(A1); \"\"oder\"\"?\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);

        using var file = new MemoryStream(await staff.Http.GetByteArrayAsync(List + ".xlsx"));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Contains("=SUMME(A1); \"oder\"?", sheet.Descendants<Cell>().Select(cell => cell.InnerText));
        Assert.Empty(sheet.Descendants<CellFormula>());

        var pdf = NotesDesk.TextOf(await staff.Http.GetByteArrayAsync(List + "/unterschriften.pdf"));
        foreach (var words in new[] { "Unterschriftenliste", "5. Oktober 2026", "Löwe, Ada", "Unterschrift" })
            Assert.Contains(words, pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_files_and_the_sheet_to_sign_say_who_comes_and_who_takes_part_online()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 8 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "onSite"));
        await stage.RegisterAsync(Person.Bo, null, ("attendance", "online"), ("language", "en"));
        var missing = await staff.PostAsync(List + "/neu", null, ("firstName", "Cem"), ("lastName", "Yıldız"), ("email", Person.Cem.Email));
        Assert.NotNull((await StaffBrowser.PageAsync(missing, HttpStatusCode.UnprocessableEntity)).QuerySelector("#attendance-error"));
        await staff.DoAsync(List + "/neu", List + "/neu", ("firstName", "Cem"), ("lastName", "Yıldız"), ("email", Person.Cem.Email),
            ("attendance", "onSite"));
        (await SeatBook.ReadAsync(stage)).ExpectSound();

        var page = (await staff.SeeAsync(List)).Body!.TextContent;
        var csv = await staff.Http.GetStringAsync(List + ".csv");
        var sheet = NotesDesk.TextOf(await staff.Http.GetByteArrayAsync(List + "/unterschriften.pdf"));

        Assert.Contains("vor Ort 1 von 1 Plätzen vergeben, 1 auf der Warteliste; online 1 von 8 Plätzen vergeben", page,
            StringComparison.Ordinal);
        foreach (var words in new[] { "Platz, vor Ort", "Platz, online", "Warteliste, vor Ort" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(["Teilnahme", "vor Ort", "online", "vor Ort"], csv.TrimEnd().Split("\r\n").Select(line => line.Split(';')[^1]));
        Assert.Equal(["Sprache", "Deutsch", "Englisch", "Deutsch"], csv.TrimEnd().Split("\r\n").Select(line => line.Split(';')[^3]));
        Assert.Matches(@"Teilnehmer\*innen vor Ort[\s\S]*Löwe, Ada[\s\S]*Teilnehmer\*innen online[\s\S]*O’Neill, Bo", sheet);
        foreach (var words in new[] { "online", "Englisch" })
            Assert.Contains(words, (await staff.SeeAsync(await PathOfAsync("Bo"))).QuerySelector("dl.facts")!.TextContent,
                StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_calls_is_registered_by_the_rules_that_hold_for_everybody()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });

        var wrong = await staff.PostAsync(List + "/neu", null, ("firstName", "Ada"), ("email", "keine"));
        var again = await StaffBrowser.PageAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Ada", ((IHtmlInputElement)again.QuerySelector("#firstName")!).Value);
        Assert.NotNull(again.QuerySelector("#email-error"));

        await AddAsync(Person.Ada);
        await AddAsync(Person.Bo);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal([Person.Ada.Email], book.Seated.Select(attendee => attendee.Email.Value));
        Assert.Equal([Person.Bo.Email], book.Waiting.Select(attendee => attendee.Email.Value));
        Assert.All(book.Seated, attendee => Assert.False(attendee.WantsNewsletter));
        var path = await PathOfAsync("Bo");
        await staff.DoAsync(path, path, ("needs", "stufenlos"), ("needs", "untertitel"));
        Assert.Equal(["untertitel", "stufenlos"], (await SeatBook.ReadAsync(stage)).Waiting[0].Needs.List);

        stage.Clock.SetUtcNow(TestSessions.October.RegistrationCloses.AddMinutes(-1));
        using var later = await StaffBrowser.OpenAsync(stage);
        var form = StaffBrowser.Filled(StaffBrowser.FormOf(await later.SeeAsync(List + "/neu"), null), ("firstName", "Cem"),
            ("lastName", "Yıldız"), ("email", Person.Cem.Email)).ToList();
        stage.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await StaffBrowser.PageAsync(
            await later.Http.PostAsync(List + "/neu", new FormUrlEncodedContent(form)), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("war bis", late.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Person.Cem.Email, ((IHtmlInputElement)late.QuerySelector("#email")!).Value);
    }

    [Fact]
    public async Task An_address_is_corrected_and_its_owner_gets_the_mail()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada with { Email = "adda@werkstatt.example" });
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("adda@werkstatt.example")).Count == 1);
        var path = await PathOfAsync("Ada");
        using var colleague = await StaffBrowser.OpenAsync(stage);
        var opened = StaffBrowser.Filled(StaffBrowser.FormOf(await colleague.SeeAsync(path), path), ("company", "Andere GmbH")).ToList();

        var done = await staff.DoAsync(path, path, ("email", Person.Ada.Email));

        Assert.Contains("geht an die neue Adresse", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 1);
        Assert.Equal([Person.Ada.Email], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.Email.Value));
        await stage.RegisterAsync(Person.Ada); // the same person: the old address is free, the new one is taken
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);

        var second = await StaffBrowser.PageAsync(await colleague.Http.PostAsync(path, new FormUrlEncodedContent(opened)),
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains(Person.Ada.Email, second.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Andere GmbH", ((IHtmlInputElement)second.QuerySelector("#company")!).Value);
    }

    [Fact]
    public async Task A_correction_never_makes_two_of_one_person()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Ada with { Email = "ada@zuhause.example" });
        var path = await PathOfAsync("ada@zuhause.example");

        var refused = await StaffBrowser.PageAsync(await staff.PostAsync(path, path, ("email", Person.Ada.Email)),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("schon angemeldet", refused.QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);
        (await SeatBook.ReadAsync(stage)).ExpectSound();
    }

    [Fact]
    public async Task On_the_last_day_staff_give_a_free_seat_to_somebody_who_waits_and_never_one_too_many()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        var (ada, cem) = (await PathOfAsync("Ada"), await PathOfAsync("Cem"));

        var full = await StaffBrowser.PageAsync(await staff.PostAsync(cem, cem + "/nachruecken"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("kein Platz frei", full.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddHours(-20));
        await staff.DoAsync(ada, ada + "/absagen", (AttendeeModel.SureField, "ja"));
        Assert.Empty((await SeatBook.ReadAsync(stage)).Seated);
        await staff.DoAsync(cem, cem + "/nachruecken");
        var book = await SeatBook.ReadAsync(stage);
        Assert.Equal(["Cem"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.Equal((1, 1), (book.Seats.Taken, book.Seats.Waiting));
        Assert.Contains(RegistrationMailKind.Promoted, book.Mails[book.Seated[0].Key]);

        await staff.DoAsync(cem, cem + "/bestaetigung");
        Assert.Contains(RegistrationMailKind.Seated, (await SeatBook.ReadAsync(stage)).Mails[book.Seated[0].Key]);
    }

    [Fact]
    public async Task Staff_switch_somebody_to_a_free_seat_of_the_other_kind_and_never_to_one_that_is_taken()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 1 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "onSite"), ("needs", "stufenlos"));
        await stage.RegisterAsync(Person.Bo, null, ("attendance", "onSite"));
        var (ada, bo) = (await PathOfAsync("Ada"), await PathOfAsync("Bo"));

        var told = await staff.DoAsync(ada, ada + "/wechseln");

        Assert.Contains("jetzt einen Platz online", told.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal([("Ada", AttendanceMode.Online), ("Bo", AttendanceMode.OnSite)],
            book.Seated.Select(attendee => (attendee.FirstName, attendee.Mode))); // who waited moved up
        Assert.All(book.Seated, attendee => Assert.Null(attendee.ConfirmedAt)); // staff prove no address
        Assert.Contains(RegistrationMailKind.Switched, book.Mails[book.Seated[0].Key]);
        Assert.Equal(["Ada Löwe"], await FindAsync(("teilnahme", "online")));
        Assert.Equal(["Bo O’Neill"], await FindAsync(("teilnahme", "onSite")));
        Assert.Equal(["Ada Löwe"], await FindAsync(("bedarf", "ja")));

        var full = await StaffBrowser.PageAsync(await staff.PostAsync(bo, bo + "/wechseln"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Für „online“ ist kein Platz frei", full.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(book.Seats, (await SeatBook.ReadAsync(stage)).ExpectSound().Seats);
    }

    [Fact]
    public async Task Who_was_switched_or_seated_meanwhile_is_not_said_to_be_once_more_and_nobody_is_when_it_is_too_late()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 3 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem })
            await stage.RegisterAsync(person, null, ("attendance", "onSite"));
        var (ada, bo, cem) = (await PathOfAsync("Ada"), await PathOfAsync("Bo"), await PathOfAsync("Cem"));
        var (switchAda, seatBo) = (await FilledAsync(ada, "/wechseln"), await FilledAsync(bo, "/nachruecken"));
        await staff.DoAsync(ada, ada + "/wechseln"); // Bo moves up
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();

        Assert.Contains("Bei der Person steht schon „online“", await RefusedAsync(staff, ada + "/wechseln", switchAda), StringComparison.Ordinal);
        Assert.Contains("Die Person hat schon einen Platz.", await RefusedAsync(staff, bo + "/nachruecken", seatBo), StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddMinutes(-1));
        staff.Dispose();
        staff = await StaffBrowser.OpenAsync(stage);
        var (switchBo, seatCem) = (await FilledAsync(bo, "/wechseln"), await FilledAsync(cem, "/nachruecken"));
        stage.Clock.SetUtcNow(TestSessions.October.End);
        Assert.Contains("Gewechselt werden kann nur vor dem Beginn.",
            await RefusedAsync(staff, bo + "/wechseln", switchBo), StringComparison.Ordinal);
        Assert.Contains("Der Termin ist vorbei", await RefusedAsync(staff, cem + "/nachruecken", seatCem), StringComparison.Ordinal);
        Assert.Equal(book.Seats, (await SeatBook.ReadAsync(stage)).ExpectSound().Seats);

        async Task<IReadOnlyList<KeyValuePair<string, string>>> FilledAsync(string path, string act) =>
            [.. StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(path), path + act))];

        static async Task<string> RefusedAsync(StaffBrowser staff, string action, IEnumerable<KeyValuePair<string, string>> filled) =>
            (await StaffBrowser.PageAsync(await staff.Http.PostAsync(action, new FormUrlEncodedContent(filled)),
                HttpStatusCode.UnprocessableEntity)).QuerySelector(".problems")!.TextContent;
    }

    [Fact]
    public async Task Who_has_a_seat_online_that_was_withdrawn_takes_it_along_to_be_on_site_though_all_seats_are_taken()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 2, SeatsOnline = 1 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "online"));
        await stage.RegisterAsync(Person.Bo, null, ("attendance", "onSite"));
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        await stage.RegisterAsync(Person.Cem);
        var (ada, bo) = (await PathOfAsync("Ada"), await PathOfAsync("Bo"));
        Assert.Empty((await staff.SeeAsync(bo)).QuerySelectorAll($"form[action='{bo}/wechseln']"));

        await staff.DoAsync(ada, ada + "/wechseln");

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.All(book.Seated, attendee => Assert.Equal(AttendanceMode.OnSite, attendee.Mode));
        Assert.Equal((2, 2, 1), (book.Seats.Capacity, book.Seats.Taken, book.Seats.Waiting));
    }

    [Fact]
    public async Task A_registration_is_cancelled_only_by_who_says_so_and_the_mail_does_not_say_that_the_person_did_it()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Person.Ada);
        var path = await PathOfAsync("Ada");

        var unsure = await StaffBrowser.PageAsync(await staff.PostAsync(path, path + "/absagen"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal($"#{AttendeeModel.SureField}", unsure.QuerySelector(".problems a")!.GetAttribute("href"));
        Assert.Single((await SeatBook.ReadAsync(stage)).Seated);

        await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"));
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email))
            .SingleOrDefault(mail => mail.Subject.StartsWith("Ihre Absage für", StringComparison.Ordinal)));
        Assert.Contains("Ihre Anmeldung ist abgesagt.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sie haben abgesagt", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>The mail that tells somebody how they stand is not the last word where it was sent again, by staff or by registering
    /// again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_no_mail_reached_is_told_in_the_list_on_their_page_and_on_the_start_page_until_one_does(bool byStaff)
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Person.Ada);
        await AddAsync(Person.Bo);
        var path = await PathOfAsync("Ada");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var first = (await AdaAsync()).StateMail!;
        await Stage.EventuallyAsync(async () => (await RowAsync(first)).GetString("State") == "Delivered");

        await EndsAsync(first, "Skipped", MailPreparation.IsSuppressed);
        await ExpectAsync("An diese Adresse wird nicht mehr gesendet", "Bitte berichtigen Sie unten die Adresse");
        await EndsAsync(first, "Bounced", "550");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Bitte berichtigen Sie unten die Adresse");

        var repeated = await RepeatAsync();
        await NothingAsync();
        await EndsAsync(repeated, "Queued", "");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Jetzt ist eine unterwegs", ", geht noch einmal hinaus");
        await EndsAsync(repeated, "Skipped", "Es gibt keine Empfängerin und keinen Empfänger mehr.");
        await ExpectAsync("Das Postfach hat sie abgewiesen.", "Bitte berichtigen Sie unten die Adresse");
        await EndsAsync(repeated, "Failed", "400");
        await ExpectAsync("Sie ließ sich nicht senden.", "Bitte berichtigen Sie unten die Adresse");
        await RepeatAsync();
        await NothingAsync();
        Assert.Empty((await staff.SeeAsync(await PathOfAsync("Bo"))).QuerySelectorAll(".notice.warn"));

        async Task<Attendee> AdaAsync() => (await SeatBook.ReadAsync(stage)).Seated.Single(attendee => attendee.FirstName == "Ada");

        async Task<string> RepeatAsync()
        {
            var before = (await AdaAsync()).RepeatedMail;
            if (byStaff) await staff.DoAsync(path, path + "/bestaetigung");
            else await stage.RegisterAsync(Person.Ada);
            var mail = await Stage.EventuallyAsync(async () => (await AdaAsync()).RepeatedMail is { } now && now != before ? now : null);
            await Stage.EventuallyAsync(async () => (await RowAsync(mail)).GetString("State") == "Delivered");
            return mail;
        }

        async Task<TableEntity> RowAsync(string mail) =>
            (await table.GetEntityAsync<TableEntity>(TestSessions.October.Id.Value, mail)).Value;

        async Task EndsAsync(string mail, string state, string reason)
        {
            var row = await RowAsync(mail);
            (row["State"], row["Reason"]) = (state, reason);
            await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace);
        }

        async Task NothingAsync()
        {
            Assert.Empty((await staff.SeeAsync(path)).QuerySelectorAll(".notice.warn"));
            foreach (var page in new[] { List, "/redaktion" })
            {
                var text = (await staff.SeeAsync(page)).Body!.TextContent;
                Assert.DoesNotContain("kam nicht an", text, StringComparison.Ordinal);
                Assert.DoesNotContain("nicht bekommen", text, StringComparison.Ordinal);
            }
        }

        async Task ExpectAsync(string why, string next, string inList = "")
        {
            var told = (await staff.SeeAsync(path)).QuerySelector(".notice.warn")!.TextContent;
            Assert.Contains(why, told, StringComparison.Ordinal);
            Assert.Contains(next, told, StringComparison.Ordinal);
            var row = Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("tbody tr"),
                row => row.TextContent.Contains("E-Mail kam nicht an" + inList, StringComparison.Ordinal));
            Assert.Equal("Ada Löwe", row.QuerySelector("th")!.TextContent);
            var line = Assert.Single((await staff.SeeAsync("/redaktion")).QuerySelectorAll("main li"),
                line => line.TextContent.Contains("1 Person hat eine E-Mail zum Termin nicht bekommen", StringComparison.Ordinal));
            Assert.Equal(inList.Length > 0, line.TextContent.Contains("; sie geht noch einmal hinaus", StringComparison.Ordinal));
        }
    }

    /// <summary>Not the confirmation alone: whoever does not hear that their session moved comes in vain.</summary>
    [Fact]
    public async Task Whom_the_news_of_a_change_did_not_reach_is_told_until_a_later_mail_does()
    {
        await stage.PlanAsync(ChangeDesk.Planned);
        await AddAsync(Person.Ada);
        await ChangeDesk.SettledAsync(stage);
        var path = await PathOfAsync("Ada");
        await stage.PlanAsync(ChangeDesk.Moved);
        await ChangeDesk.TickAsync(stage, TimeSpan.Zero);
        await ChangeDesk.TickAsync(stage, ChangeDesk.Together);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations);
        var news = await table.QueryAsync<TableEntity>(row => row.PartitionKey == ChangeDesk.Planned.Id.Value)
            .SingleAsync(row => row.GetString("Kind") == ChangeMail.KindName);
        Assert.DoesNotContain("kam nicht an", await ListAsync(), StringComparison.Ordinal);

        (news["State"], news["Reason"]) = ("Bounced", "550");
        await table.UpdateEntityAsync(news, Azure.ETag.All, TableUpdateMode.Replace);
        Assert.Contains("kam nicht an", await ListAsync(), StringComparison.Ordinal);
        Assert.Contains("kam nicht an", (await staff.SeeAsync(path)).QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await staff.DoAsync(path, path + "/bestaetigung");
        await ChangeDesk.SettledAsync(stage);
        Assert.DoesNotContain("kam nicht an", await ListAsync(), StringComparison.Ordinal);
        Assert.Empty((await staff.SeeAsync(path)).QuerySelectorAll(".notice.warn"));

        async Task<string> ListAsync() => (await staff.SeeAsync(List)).Body!.TextContent;
    }

    [Fact]
    public async Task The_page_of_a_person_leads_to_who_registered_them_and_to_where_their_need_is_answered()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada, null, ("needs", "stufenlos"), ("firstName2", Person.Bo.FirstName),
            ("lastName2", Person.Bo.LastName), ("email2", Person.Bo.Email));
        var (ada, bo) = (await staff.SeeAsync(await PathOfAsync("Ada")), await staff.SeeAsync(await PathOfAsync("Bo")));

        Assert.Equal("Ada Löwe", bo.QuerySelector($".facts a[href='{await PathOfAsync("Ada")}']")!.TextContent);
        Assert.DoesNotContain("Mit angemeldet von", ada.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noch nicht beantwortet", ada.QuerySelector(".facts a[href='/redaktion/bedarf']")!.TextContent);
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_without_anything_about_the_person()
    {
        await stage.PlanAsync(TestSessions.October);
        await AddAsync(Person.Ada);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        var path = await PathOfAsync("Ada");
        await staff.DoAsync(path, path + "/absagen", (AttendeeModel.SureField, "ja"));

        var audit = await staff.SeeAsync("/redaktion/protokoll");

        Assert.Equal(["Anmeldung abgesagt", "Anmeldung eingetragen"],
            audit.QuerySelectorAll("td[data-label=Was]").Select(cell => cell.TextContent));
        Assert.All(audit.QuerySelectorAll("td[data-label=Wer]"), cell => Assert.Equal(StaffSignIn.Staff.Name, cell.TextContent));
        foreach (var personal in new[] { "Ada", "Löwe", Person.Ada.Email })
            Assert.DoesNotContain(personal, audit.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_sessions_and_registrations_are_not_found()
    {
        await stage.PlanAsync(TestSessions.October);
        foreach (var path in new[] { List.Replace("betrieb", "x", StringComparison.Ordinal), "/redaktion/termine/kein/anmeldungen",
            $"{List}/{new string('0', 32)}" })
            await staff.SeeAsync(path, HttpStatusCode.NotFound);
    }

    Task<IHtmlDocument> AddAsync(Person person) => staff.DoAsync(List + "/neu", null,
        ("firstName", person.FirstName), ("lastName", person.LastName), ("email", person.Email), ("newsletter", "ja"));

    async Task<IReadOnlyList<string>> FindAsync(params (string, string)[] filter)
    {
        var form = StaffBrowser.FormOf(await staff.SeeAsync(List), List);
        return NamesOn(await StaffBrowser.PageAsync(
            await staff.Http.PostAsync(List, new FormUrlEncodedContent(StaffBrowser.Filled(form, filter))), HttpStatusCode.OK));
    }

    async Task<string> PathOfAsync(string name)
    {
        await SeatBook.ReadAsync(stage);
        var page = await staff.SeeAsync(List);
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains(name, StringComparison.Ordinal));
        return row.QuerySelector("a")!.GetAttribute("href")!;
    }

    static IReadOnlyList<string> NamesOn(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
}
