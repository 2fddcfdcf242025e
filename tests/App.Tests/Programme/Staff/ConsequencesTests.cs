using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Programme.Staff;

/// <summary>What makes people worse off is said before it is saved, and saved only when that was confirmed.</summary>
public sealed class ConsequencesTests : SignedIn
{
    const string Path = "/redaktion/termine/2026-10-sprache-im-betrieb";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 2, SeatsOnline = 2 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "onSite"));
        foreach (var person in new[] { Person.Bo, Person.Cem }) await stage.RegisterAsync(person, null, ("attendance", "online"));
        await SeatBook.ReadAsync(stage);
    }

    [Fact]
    public async Task A_session_is_cancelled_by_its_status_only_when_that_was_confirmed_and_nothing_typed_is_lost()
    {
        var asked = await RefusedAsync(("status", "cancelled"), ("title", "Anders"));

        Assert.Contains("Der Termin fällt aus. Alle mit Platz oder auf der Warteliste bekommen nach 15 Minuten eine E-Mail",
            asked.QuerySelector("form .notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.False((await StoredAsync()).IsCancelled);
        Assert.Equal("Sprache im Betrieb", (await StoredAsync()).Title);

        var done = await ConfirmedAsync(asked);
        Assert.StartsWith("Der Termin ist abgesagt.", StatusOf(done), StringComparison.Ordinal);
        Assert.Equal((true, "Anders"), ((await StoredAsync()).IsCancelled, (await StoredAsync()).Title));

        var again = await staff.DoAsync(Path, Path, ("title", "Noch anders")); // it stays cancelled, which is no news
        Assert.Equal("Der Termin ist gespeichert.", StatusOf(again));
    }

    [Fact]
    public async Task Who_keeps_a_seat_online_counts_among_the_seats_on_site_even_if_there_is_one_alone()
    {
        var asked = await RefusedAsync(("seats", "1"), ("seatsOnline", ""));

        Assert.Contains("er zählt zu dem einen Platz.", asked.QuerySelector("form .notice.warn")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seatsOnline", "1", "Vergeben sind 2 Plätze online, angeboten wird dann nur noch 1. Niemand verliert den Platz",
        "online 2 Plätze vergeben, angeboten wird nur noch 1")]
    [InlineData("seatsOnline", "", "Vergeben sind 2 Plätze online, angeboten wird dann keiner mehr. Wer einen hat, behält ihn; er zählt zu den 2 Plätzen.",
        "online 2 Plätze vergeben, angeboten wird keiner mehr")]
    public async Task Fewer_seats_than_are_taken_are_saved_only_when_what_becomes_of_people_was_confirmed(
        string field, string value, string consequence, string told)
    {
        var asked = await RefusedAsync((field, value));

        Assert.Contains(consequence, asked.QuerySelector("form .notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await StoredAsync()).SeatsOnline);

        await ConfirmedAsync(asked);
        await Stage.EventuallyAsync(async () =>
            (await staff.SeeAsync(Path + "/anmeldungen")).Body!.TextContent.Contains(told, StringComparison.Ordinal));
        Assert.Equal(3, (await SeatBook.ReadAsync(stage)).Seated.Count);
    }

    [Fact]
    public async Task A_date_that_is_past_is_saved_only_when_that_was_confirmed_as_long_as_people_are_registered()
    {
        var asked = await RefusedAsync(("date", "2025-10-06"), ("registrationOpens", ""), ("registrationCloses", ""));

        Assert.Contains("Der Termin ist dann am Montag, 6. Oktober 2025 und damit schon vorbei. 3 Personen, die angemeldet sind, bekommen davon keine E-Mail",
            asked.QuerySelector("form .notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TestSessions.October.Start, (await StoredAsync()).Start);

        await ConfirmedAsync(asked);
        Assert.Equal(2025, (await StoredAsync()).Start.Year);
    }

    [Fact]
    public async Task More_seats_and_fewer_that_are_enough_are_saved_at_once()
    {
        await staff.DoAsync(Path, Path, ("seats", "5"));
        await staff.DoAsync(Path, Path, ("seats", "1"));

        Assert.Equal(1, (await StoredAsync()).Seats);
    }

    [Fact]
    public async Task Nothing_else_is_confirmed_than_what_was_read()
    {
        var asked = await RefusedAsync(("seatsOnline", "1"));

        var answer = await staff.Http.PostAsync(Path, new FormUrlEncodedContent(Ticked(asked).Where(field => field.Key != "status")
            .Append(new("status", "cancelled"))));

        var page = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Der Termin fällt aus.", page.QuerySelector("form .notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.False(((IHtmlInputElement)page.QuerySelector("#sicher")!).IsChecked);
        Assert.False((await StoredAsync()).IsCancelled);
    }

    [Fact]
    public async Task A_file_that_cancels_or_has_fewer_seats_than_are_taken_says_so_before_it_is_applied()
    {
        const string upload = "/redaktion/termine/datei";
        var yaml = await staff.Http.GetStringAsync("/redaktion/termine.yaml");
        var form = new MultipartFormDataContent { { new StringContent(Regex.Replace(yaml, @"(seatsOnline: \D*)2", "${1}1")), "datei", "p.yaml" } };
        foreach (var (name, value) in StaffBrowser.Filled(StaffBrowser.FormOf(await staff.SeeAsync(upload), upload)))
            form.Add(new StringContent(value), name);

        var page = await StaffBrowser.PageAsync(await staff.Http.PostAsync(upload, form), HttpStatusCode.OK);

        Assert.Contains("Vergeben sind 2 Plätze online, angeboten wird dann nur noch 1.", page.QuerySelector(".notice.warn")!.TextContent,
            StringComparison.Ordinal);
    }

    async Task<Session> StoredAsync() =>
        (await stage.Service<ProgrammeQuery>().FindAsync(TestSessions.October.Id, default))!;

    async Task<IHtmlDocument> RefusedAsync(params (string, string)[] typed)
    {
        var page = await StaffBrowser.PageAsync(await staff.PostAsync(Path, Path, typed), HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector(".problems a[href='#sicher']"));
        return page;
    }

    async Task<IHtmlDocument> ConfirmedAsync(IHtmlDocument asked)
    {
        var answer = await staff.Http.PostAsync(Path, new FormUrlEncodedContent(Ticked(asked)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await staff.SeeAsync(answer.Headers.Location!.OriginalString);
    }

    static IEnumerable<KeyValuePair<string, string>> Ticked(IHtmlDocument asked)
    {
        ((IHtmlInputElement)asked.QuerySelector("#sicher")!).IsChecked = true;
        return StaffBrowser.Filled(StaffBrowser.FormOf(asked, Path));
    }

    static string StatusOf(IHtmlDocument page) => page.QuerySelector("[role=status]")!.TextContent;
}
