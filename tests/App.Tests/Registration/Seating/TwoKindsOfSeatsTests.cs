using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Seating;

/// <summary>A session that gives out seats on site and online apart: each has its seats, waiting list, mail and calendar entry.</summary>
public sealed class TwoKindsOfSeatsTests : IAsyncLifetime
{
    static readonly Session Divided = TestSessions.October with { Seats = 1, SeatsOnline = 1, Directions = "Tram 5 bis Markt" };

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(Divided);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_form_asks_how_somebody_takes_part_and_the_answer_is_kept()
    {
        await stage.PlanAsync(Divided with { Seats = 20, SeatsOnline = 5 });
        for (var n = 1; n <= 5; n++) await stage.RegisterAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"), null, Online);

        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(Divided.Path));
        Assert.Contains("vor Ort (noch Plätze frei)", page, StringComparison.Ordinal);
        Assert.Contains("online (ausgebucht, Warteliste offen)", page, StringComparison.Ordinal);
        Assert.Contains("20 vor Ort und 5 online, kostenfrei", page, StringComparison.Ordinal);
        var json = await stage.RegisterAsync(Person.Ada);
        Assert.Equal("attendance", Assert.Single((await json.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject()).Key);
        var form = await stage.PostFormAsync(Person.Ada, null, ("attendance", "daheim"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains("""<a href="#attendance">Teilnahme: Bitte""",
            WebUtility.HtmlDecode(await form.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var rejected = WebUtility.HtmlDecode(await (await stage.PostFormAsync(Person.Ada, null, Online, ("lastName", "")))
            .Content.ReadAsStringAsync());
        Assert.Matches("""id="attendance-online"[^>]*checked""", rejected);

        var told = await Task.WhenAll(new[] { OnSite, Online }.Select(async way =>
            (await (await stage.RegisterAsync(Person.Ada with { FirstName = way.Item2 }, null, way)).Content.ReadFromJsonAsync<JsonNode>())!
                ["seats"]!.GetValue<string>()));

        Assert.Equal(["available", "waitingList"], told);
    }

    [Fact]
    public async Task Each_mail_and_calendar_entry_names_one_place_to_be()
    {
        await stage.RegisterAsync(Person.Ada, null, OnSite);
        await stage.RegisterAsync(Person.Bo, null, Online);

        var (here, there) = (await MailAsync(Person.Ada, "Angemeldet für"), await MailAsync(Person.Bo, "Angemeldet für"));

        foreach (var part in new[] { here.Text, here.Html, Unfolded(here.Calendar) })
        {
            Assert.Contains("Haus der Wirtschaft", part, StringComparison.Ordinal);
            Assert.DoesNotContain("konferenz.example", part, StringComparison.Ordinal);
        }

        foreach (var part in new[] { there.Text, there.Html, Unfolded(there.Calendar) })
        {
            Assert.Contains("https://konferenz.example/raum-7", part, StringComparison.Ordinal);
            Assert.DoesNotContain("Haus der Wirtschaft", part, StringComparison.Ordinal);
            Assert.DoesNotContain("Tram 5", part, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_waits_or_has_a_seat_switches_once_the_other_kind_is_free_and_the_first_in_line_follows()
    {
        await stage.RegisterAsync(Person.Ada, null, OnSite);
        await stage.RegisterAsync(Person.Bo, null, OnSite);
        var before = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Bo"], before.Waiting.Select(attendee => attendee.FirstName));
        Assert.Contains("Online ist noch ein Platz frei", await PageAsync(before.Seated[0]), StringComparison.Ordinal);

        Assert.Contains("stand=gewechselt", await SwitchAsync(before.Seated[0], "online"), StringComparison.Ordinal);
        var again = await SwitchAsync(before.Seated[0], "online");
        Assert.Contains("Ihre Anmeldung ist so eingetragen, wie Sie es gewählt haben.",
            WebUtility.HtmlDecode(await stage.Http.GetStringAsync(again)), StringComparison.Ordinal);
        var after = (await SeatBook.ReadAsync(stage)).ExpectSound();

        Assert.Equal([("Ada", AttendanceMode.Online), ("Bo", AttendanceMode.OnSite)],
            after.Seated.Select(attendee => (attendee.FirstName, attendee.Mode)));
        Assert.Equal((1, 1), (after.Seats.Taken, after.Seats.Online!.Taken));
        var told = await MailAsync(Person.Ada, "Jetzt online am");
        Assert.Contains("https://konferenz.example/raum-7", told.Text, StringComparison.Ordinal);
        Assert.Contains("Sie nehmen jetzt online teil.", told.Text, StringComparison.Ordinal); // staff may have done it
        Assert.DoesNotContain("Sie haben gewechselt", told.Html, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", told.Calendar, StringComparison.Ordinal);
        Assert.Contains("LOCATION:online", told.Calendar, StringComparison.Ordinal);
        await MailAsync(Person.Bo, "Sie haben einen Platz am");

        Assert.Contains("ist zurzeit kein Platz frei", await PageAsync(after.Seated[1]), StringComparison.Ordinal);
        var refused = await SwitchAsync(after.Seated[1], "online");
        Assert.Contains("kein-wechsel", refused, StringComparison.Ordinal);
        Assert.Contains("Es bleibt alles, wie es war.",
            WebUtility.HtmlDecode(await stage.Http.GetStringAsync(refused)), StringComparison.Ordinal);
        Assert.Equal(after.Seats, (await SeatBook.ReadAsync(stage)).ExpectSound().Seats);
    }

    [Fact]
    public async Task Who_registered_before_seats_were_given_out_apart_is_told_and_sessions_without_them_ask_nothing()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada, null, Online); // a form that is older than the programme
        Assert.DoesNotContain("attendance", await stage.Http.GetStringAsync(Divided.Path), StringComparison.Ordinal);
        var ada = Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
        Assert.Equal(AttendanceMode.OnSite, ada.Mode);
        Assert.DoesNotContain("<dt>Teilnahme</dt>", await PageAsync(ada), StringComparison.Ordinal);
        await MailAsync(Person.Ada, "Angemeldet für");

        await stage.PlanAsync(Divided with { Seats = 60 });
        stage.Clock.Advance(TimeSpan.FromMinutes(16));
        await stage.FireAsync("FollowProgramme", Divided.Id.Value);

        var told = await MailAsync(Person.Ada, "Geändert, jetzt am");
        Assert.Contains("Vor Ort und online gibt es jetzt eigene Plätze. Ihrer: Haus der Wirtschaft", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("konferenz.example", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_before_the_message_about_new_seats_online_comes_gets_one_of_them()
    {
        await using var late = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.FollowProgramme.Disabled"] = "true" });
        await late.PlanAsync(TestSessions.October with { Seats = 60 });
        await late.RegisterAsync(Person.Bo);
        await late.PlanAsync(Divided with { Seats = 60, SeatsOnline = 60 });

        await late.RegisterAsync(Person.Ada, null, Online);

        var book = (await SeatBook.ReadAsync(late)).ExpectSound();
        Assert.Empty(book.Waiting);
        Assert.Equal(AttendanceMode.Online, book.Seated.Single(one => one.LastName == Person.Ada.LastName).Mode);
    }

    [Fact]
    public async Task Whose_seat_online_is_withdrawn_reads_that_they_can_use_it_on_site_though_that_is_full()
    {
        await stage.RegisterAsync(Person.Ada, null, Online);
        await stage.RegisterAsync(Person.Bo, null, OnSite);
        await SeatBook.ReadAsync(stage);
        await stage.PlanAsync(Divided with { Seats = 2, SeatsOnline = null });
        await Stage.EventuallyAsync(async () => (await SeatBook.ReadAsync(stage)).Seats.Online is { Capacity: 0 });
        var ada = (await SeatBook.ReadAsync(stage)).Seated.Single(attendee => attendee.Mode == AttendanceMode.Online);

        var page = await PageAsync(ada);

        Assert.Contains("Ihren Platz können Sie auch vor Ort nutzen.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ist noch ein Platz frei", page, StringComparison.Ordinal);
        await SwitchAsync(ada, "onSite");
        Assert.All((await SeatBook.ReadAsync(stage)).ExpectSound().Seated,
            attendee => Assert.Equal(AttendanceMode.OnSite, attendee.Mode));
    }

    [Fact]
    public async Task Whoever_waits_for_seats_online_that_are_withdrawn_waits_on_site_at_their_place_if_they_want_to()
    {
        var people = Enumerable.Range(1, 7).Select(n => new Person("Gast", $"Nummer {n}", $"gast{n}@example.org")).ToList();
        for (var n = 0; n < people.Count; n++) await stage.RegisterAsync(people[n], null, n % 2 == 0 ? OnSite : Online);
        var before = (await SeatBook.ReadAsync(stage)).ExpectSound(); // 1 and 2 have seats; 3, 5, 7 wait on site, 4 and 6 online
        await stage.PlanAsync(Divided with { Seats = 2, SeatsOnline = null });
        await Stage.EventuallyAsync(async () => (await SeatBook.ReadAsync(stage)).Seats.Online is { Capacity: 0 });
        using var staff = await StaffBrowser.OpenAsync(stage);

        Assert.Contains("2 Personen warten auf einen Platz online, den es nicht mehr gibt",
            (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Gast Nummer 4", "Gast Nummer 6"], (await staff.SeeAsync($"/redaktion/termine/{Divided.Id}/anmeldungen"))
            .QuerySelectorAll("#ohne-online li").Select(person => person.TextContent.Trim()));
        var sixth = before.Waiting.Single(person => person.LastName == "Nummer 6");
        Assert.Contains("Sie können vor Ort warten: an der Stelle", await PageAsync(sixth), StringComparison.Ordinal);
        foreach (var said in new[] { "warteliste-gewechselt", "schon-so" })
            Assert.Contains(said, await SwitchAsync(sixth, "onSite"), StringComparison.Ordinal);
        var page = $"/redaktion/termine/{Divided.Id}/anmeldungen/{before.Waiting.Single(person => person.LastName == "Nummer 4").Key}";
        Assert.Contains("wartet jetzt auf einen Platz vor Ort", (await staff.DoAsync(page, page + "/wechseln")).QuerySelector("[role=status]")!
            .TextContent, StringComparison.Ordinal);

        var after = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(before.Seated.Concat(before.Waiting).Select(person => person.Key).Order(),
            after.Seated.Concat(after.Waiting).Select(person => person.Key).Order()); // nobody is lost
        Assert.Equal(["Nummer 3", "Nummer 4", "Nummer 5", "Nummer 6", "Nummer 7"],
            after.Waiting.OrderBy(person => person.Place).Select(person => person.LastName));
        Assert.All(after.Waiting, person => Assert.Equal(AttendanceMode.OnSite, person.Mode));
        Assert.DoesNotContain("den es nicht mehr gibt", (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
        await stage.PlanAsync(Divided with { Seats = 4, SeatsOnline = null });
        await Stage.EventuallyAsync(async () => (await SeatBook.ReadAsync(stage)).Seated.Count == 4);
        Assert.Equal(["Nummer 1", "Nummer 2", "Nummer 3", "Nummer 4"],
            (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(person => person.LastName).Order()); // in the order of all
    }

    static (string, string) OnSite => ("attendance", "onSite");

    static (string, string) Online => ("attendance", "online");

    static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    string LinkOf(Attendee attendee) => stage.Service<ManageLink>().For(Divided, attendee).PathAndQuery;

    async Task<string> PageAsync(Attendee attendee) => WebUtility.HtmlDecode(await stage.Http.GetStringAsync(LinkOf(attendee)));

    async Task<string> SwitchAsync(Attendee attendee, string to) => (await stage.Http.PostAsync(LinkOf(attendee), new FormUrlEncodedContent(
        [KeyValuePair.Create("action", "switch"), KeyValuePair.Create("to", to)]))).Headers.Location!.OriginalString;

    Task<SentMail> MailAsync(Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));
}
