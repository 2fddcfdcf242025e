using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

public sealed class RegistrationPagesTests : RegistrationDesk
{
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
}
