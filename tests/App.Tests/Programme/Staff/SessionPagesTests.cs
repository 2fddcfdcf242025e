using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Programme.Staff;

public sealed class SessionPagesTests : SignedIn
{
    const string Id = "2026-10-sprache-im-betrieb";
    const string Path = "/redaktion/termine/" + Id;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await stage.PlanAsync(TestSessions.October);
    }

    [Fact]
    public async Task The_year_shows_each_session_with_a_way_to_its_registrations()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.PlanAsync(TestSessions.October with
        {
            Id = SessionId.Parse("2027-01-anders")!.Value,
            Title = "Anders",
            Start = TestSessions.October.Start.AddMonths(4),
            End = TestSessions.October.End.AddMonths(4),
        });

        var page = await staff.SeeAsync("/redaktion/termine");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Montag, 5. Oktober 2026, 10:00 bis 12:00 Uhr", row.TextContent, StringComparison.Ordinal);
        var note = row.QuerySelector($"a[href='{Path}/anmeldungen']")!;
        Assert.Equal("Anmeldungen: 1 von 60 Plätzen vergeben", note.TextContent);
        await staff.SeeAsync(note.GetAttribute("href")!);
        var next = await staff.SeeAsync("/redaktion/termine?jahr=2027");
        Assert.Equal("Anders", Assert.Single(next.QuerySelectorAll("tbody th")).TextContent);
        await staff.SeeAsync("/redaktion/termine?jahr=nie");
    }

    [Fact]
    public async Task A_session_that_ends_later_than_another_begins_is_saved_and_told()
    {
        await stage.PlanAsync(TestSessions.October with
        {
            Id = SessionId.Parse("2026-10-danach")!.Value,
            Title = "Danach",
            Start = TestSessions.October.End,
            End = TestSessions.October.End.AddHours(1),
        });

        var longer = await staff.DoAsync(Path, Path, ("end", "12:30"));

        Assert.Contains("ist zur selben Zeit wie „Danach“", longer.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_looks_like_a_mistake_is_saved_and_told()
    {
        var moved = await staff.DoAsync(Path, Path, ("date", "2026-10-10"));
        Assert.Contains("Der Termin ist gespeichert. Bitte prüfen Sie: „Sprache im Betrieb“ am Samstag, 10. Oktober 2026",
            moved.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var renamed = await staff.DoAsync(Path, Path, ("title", "Sprache"));
        Assert.Equal("Der Termin ist gespeichert.", renamed.QuerySelector("[role=status]")!.TextContent);

        var made = await staff.DoAsync($"/redaktion/termine/neu?von={Id}", "/redaktion/termine/neu",
            ("id", "2025-10-alt"), ("date", "2025-10-06"));
        Assert.Contains("liegt in der Vergangenheit", made.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_session_that_is_over_it_says_how_many_had_a_seat_even_when_persons_are_erased()
    {
        await stage.RegisterAsync(Person.Ada);
        stage.Clock.SetUtcNow(TestSessions.October.End);
        Assert.Equal("Anmeldungen: 1 Person hatte einen Platz", await NoteAsync());

        stage.Clock.Advance(TimeSpan.FromDays(120));
        await stage.FireAsync("EraseRegistrations");

        using var later = await StaffBrowser.OpenAsync(stage); // signed in again
        Assert.Equal("Anmeldungen: 1 Person hatte einen Platz", await NoteAsync(later));
        var list = (await later.SeeAsync($"{Path}/anmeldungen")).Body!.TextContent;
        Assert.Contains("1 Person hatte einen Platz", list, StringComparison.Ordinal);
        Assert.Contains("Hier steht niemand mehr", list, StringComparison.Ordinal);

        async Task<string> NoteAsync(StaffBrowser? browser = null) => (await (browser ?? staff).SeeAsync("/redaktion/termine?jahr=2026"))
            .QuerySelector($"a[href='{Path}/anmeldungen']")!.TextContent;
    }

    [Fact]
    public async Task A_session_is_edited_in_every_field_and_attendees_are_told()
    {
        await stage.RegisterAsync(Person.Ada);
        (string Field, string Value)[] typed =
        [
            ("title", "Sprache: neu"), ("focus", "Anderes"), ("description", "Eins\r\n\r\n- zwei"), ("date", "2026-10-06"), ("start", "14:00"),
            ("end", "16:30"), ("place", "Rathaus, Jena"), ("region", "Jena, Stadt"), ("onlineLink", "https://konferenz.example/raum-8"),
            ("seats", "61"), ("seatsOnline", "40"), ("speakers", "Eins\r\nZwei"), ("moderators", ""), ("partners", "Kammer"), ("registrationOpens", "2026-08-02T09:00"),
            ("registrationCloses", ""), ("sectors", "bau"), ("sectors", "it"),
        ];

        var done = await staff.DoAsync(Path, Path, typed);

        Assert.Equal("Der Termin ist gespeichert.", done.QuerySelector("[role=status]")!.TextContent);
        var stored = (await stage.Service<ProgrammeStore>().FindAsync(SessionId.Parse(Id)!.Value, default))!.Session;
        Assert.Equal(("Sprache: neu", "Anderes", "Eins\n\n- zwei", "Rathaus, Jena", "jena", 61),
            (stored.Title, stored.Focus, stored.Description, stored.Place, stored.Region!.Key, stored.Seats));
        Assert.Equal((new(2026, 10, 6, 12, 0, 0, TimeSpan.Zero), new(2026, 10, 6, 14, 30, 0, TimeSpan.Zero), stored.Start),
            (stored.Start, stored.End, stored.RegistrationCloses));
        Assert.Equal(40, stored.SeatsOnline);
        Assert.Equal(["Eins", "Zwei"], stored.Speakers);
        Assert.Equal(["bau", "it"], stored.Sectors.Select(sector => sector.Key));
        Assert.Equal(TestSessions.October.Start, stored.MovedFrom);
        await Stage.EventuallyAsync(async () => (await stage.Service<SeatStore>().ReadAsync(stored.Id, default))!.Seats
            is { Capacity: 61, Change: not null });
        Assert.Contains("Verschoben", await stage.Http.GetStringAsync($"/termine/{Id}"), StringComparison.Ordinal);
    }

    /// <summary>Each day is typed so many minutes after the one before; the last is the one on which it was to be.</summary>
    [Theory]
    [InlineData(null, "2026-10-07", 0, "2026-10-05", 14)] // taken back before anybody was told
    [InlineData(null, "2025-10-07", 0, "2026-10-05", 60)] // nobody is told of a date that is past
    [InlineData("5. Oktober 2026", "2027-10-07", 0, "2026-10-07", 14)] // the year was a mistake
    [InlineData("5. Oktober 2026", "2026-10-07", 0, "2026-10-08", 10, "2026-10-09", 4)]
    [InlineData("8. Oktober 2026", "2026-10-07", 0, "2026-10-08", 10, "2026-10-09", 5)] // told with the first change
    [InlineData("7. Oktober 2026", "2026-10-07", 0, "2026-10-05", 15)]
    [InlineData("5. Oktober 2026", "2026-10-07", 0, "2026-10-08", 20, "2026-10-07", 5)] // the second taken back: the first holds
    [InlineData("5. Oktober 2026", "2026-10-07", 0, "2026-10-08", 20, "2026-10-09", 5, "2026-10-07", 5)]
    [InlineData("8. Oktober 2026", "2026-10-07", 0, "2026-10-08", 20, "2026-10-07", 15)] // people were told of the second
    [InlineData("7. Oktober 2026", "2026-10-07", 0, "2026-10-08", 20, "2026-10-07", 5, "2026-10-09", 5)]
    public async Task A_session_has_moved_from_the_date_that_people_were_told_last(string? from, params object[] moves)
    {
        foreach (var move in moves.Chunk(2))
        {
            stage.Clock.Advance(TimeSpan.FromMinutes((int)move[1]));
            await staff.DoAsync(Path, Path, ("date", (string)move[0]), ("registrationOpens", ""), ("registrationCloses", ""));
        }

        var page = await stage.Http.GetStringAsync($"/termine/{Id}");
        Assert.Equal(from is not null, page.Contains("Dieser Termin wurde verschoben.", StringComparison.Ordinal));
        if (from is not null) Assert.Matches($"Zuvor war er für \\w+, {from}", page);
        var list = await staff.SeeAsync("/redaktion/termine");
        Assert.Contains(from is null ? "geplant" : "verschoben", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost()
    {
        var answer = await staff.PostAsync(Path, Path, ("title", ""), ("seats", "viele"), ("end", "09:00"), ("place", "Neues Haus"));

        var page = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "title", "seats", "end" })
        {
            Assert.NotNull(page.QuerySelector($"#{field}-error"));
            Assert.NotNull(page.QuerySelector($".problems a[href='#{field}']"));
        }

        Assert.Equal("Neues Haus", ((IHtmlInputElement)page.QuerySelector("#place")!).Value);
        Assert.Equal("Sprache im Betrieb", (await stage.Service<ProgrammeQuery>().FindAsync(SessionId.Parse(Id)!.Value, default))!.Title);
    }

    [Fact]
    public async Task The_second_editor_sees_what_the_first_changed_and_overwrites_nothing_unseen()
    {
        using var colleague = await StaffBrowser.OpenAsync(stage);
        var opened = StaffBrowser.Filled(StaffBrowser.FormOf(await colleague.SeeAsync(Path), Path), ("place", "Mein Haus")).ToList();
        await staff.DoAsync(Path, Path, ("place", "Ihr Haus"));

        var second = await StaffBrowser.PageAsync(await colleague.Http.PostAsync(Path, new FormUrlEncodedContent(opened)),
            HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Ihr Haus", second.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mein Haus", ((IHtmlInputElement)second.QuerySelector("#place")!).Value);
        var again = StaffBrowser.Filled(StaffBrowser.FormOf(second, Path));
        Assert.Equal(HttpStatusCode.SeeOther, (await colleague.Http.PostAsync(Path, new FormUrlEncodedContent(again))).StatusCode);
    }

    [Fact]
    public async Task A_session_is_cancelled_only_when_that_is_confirmed()
    {
        var asked = await StaffBrowser.PageAsync(await staff.PostAsync(Path, Path + "/absagen"), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(asked.QuerySelector("#ja-error"));

        await staff.DoAsync(Path, Path + "/absagen", ("ja", "ja"));

        Assert.Equal(HttpStatusCode.Gone, (await stage.RegisterAsync(Person.Ada)).StatusCode);
        Assert.Contains("abgesagt", (await staff.SeeAsync("/redaktion/termine")).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_copied_to_a_new_date_and_an_id_is_given_once()
    {
        const string pattern = "/redaktion/termine/neu?von=" + Id;
        var copy = await staff.SeeAsync(pattern);
        Assert.Equal(("", "", "Sprache im Betrieb"), (ValueOf(copy, "id"), ValueOf(copy, "date"), ValueOf(copy, "title")));

        var taken = await StaffBrowser.PageAsync(await staff.PostAsync(pattern, null, ("id", Id), ("date", "2026-11-03")),
            HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(taken.QuerySelector("#id-error"));

        var done = await staff.DoAsync(pattern, null, ("id", "2026-11-sprache-im-betrieb"), ("date", "2026-11-03"));
        Assert.Contains("3. November 2026", done.Body!.TextContent, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () =>
            (await stage.RegisterAsync(Person.Ada, "2026-11-sprache-im-betrieb")).StatusCode == HttpStatusCode.Accepted);
        var audit = await staff.SeeAsync("/redaktion/protokoll?was=Termin%20angelegt");
        Assert.Equal("„Sprache im Betrieb“ am 3. November 2026 (Termin 2026-11-sprache-im-betrieb)", Assert.Single(audit.QuerySelectorAll("td[data-label=Woran]")).TextContent);
    }

    static string ValueOf(IHtmlDocument page, string field) => ((IHtmlInputElement)page.QuerySelector($"#{field}")!).Value;
}
