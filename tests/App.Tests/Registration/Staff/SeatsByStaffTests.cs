using System.Net;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

public sealed class SeatsByStaffTests : RegistrationDesk
{
    [Fact]
    public async Task On_the_last_day_staff_give_a_free_seat_to_somebody_who_waits_and_never_one_too_many()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        var (ada, cem) = (await PathOfAsync("Ada"), await PathOfAsync("Cem"));

        var full = await StaffBrowser.PageAsync(await staff.PostAsync(cem, cem + "/nachruecken"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("kein Platz frei", full.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddHours(-20));
        var freed = await staff.DoAsync(ada, ada + "/absagen", (AttendeeModel.SureField, "ja"));
        const string Free = "1 Platz ist frei, 2 Personen warten. Weniger als 24 Stunden vor dem Termin rückt niemand von selbst nach.";
        Assert.Contains(Free, freed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var todo = (await staff.SeeAsync("/redaktion")).QuerySelectorAll("main a")
            .Single(line => line.TextContent.Contains(Free, StringComparison.Ordinal));
        Assert.Equal(List + "#vergeben", todo.GetAttribute("href"));
        var section = (await staff.SeeAsync(List)).QuerySelector("#vergeben")!;
        Assert.Contains(Free, section.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Bo O’Neill", "Cem Yıldız-Straße"], section.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Empty((await SeatBook.ReadAsync(stage)).Seated);
        await staff.DoAsync(cem, cem + "/nachruecken");
        var book = await SeatBook.ReadAsync(stage);
        Assert.Equal(["Cem"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.Equal((1, 1), (book.Seats.Taken, book.Seats.Waiting));
        Assert.Contains(RegistrationMailKind.Promoted, book.Mails[book.Seated[0].Key]);
        Assert.Null((await staff.SeeAsync(List)).QuerySelector("#vergeben"));

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
}
