using System.Net;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>What would be refused is not offered: a sentence says why.</summary>
public sealed class NotOfferedTests : SignedIn
{
    const string Session = "/redaktion/termine/2026-10-sprache-im-betrieb";
    const string List = Session + "/anmeldungen";
    const string Write = "/redaktion/aussendungen/neu?termin=2026-10-sprache-im-betrieb";

    string ada = "", bo = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo }) await stage.RegisterAsync(person, null, ("attendance", "onSite"));
        var book = await SeatBook.ReadAsync(stage);
        (ada, bo) = ($"{List}/{book.Seated.Single().Key}", $"{List}/{book.Waiting.Single().Key}");
    }

    [Fact]
    public async Task Before_the_session_everything_is_offered()
    {
        await ExpectAsync(staff, List, [List + "/neu", Write], []);
        await ExpectAsync(staff, ada, ["/wechseln", "/bestaetigung", "/absagen"], []);
        await ExpectAsync(staff, bo, ["/nachruecken", "/wechseln", "/absagen"], []);
    }

    [Fact]
    public async Task Once_registration_is_over_nobody_is_registered_but_everything_else_goes_on()
    {
        stage.Clock.SetUtcNow(TestSessions.October.RegistrationCloses);
        using var later = await StaffBrowser.OpenAsync(stage);

        await ExpectAsync(later, List, [Write, Session], [List + "/neu"], "Die Anmeldung zu diesem Termin war bis");
        await ExpectAsync(later, List + "/neu", [Session], ["form"], "Die Anmeldung zu diesem Termin war bis");
        await ExpectAsync(later, bo, ["/nachruecken", "/absagen"], []);
    }

    [Fact]
    public async Task Before_registration_opens_it_is_no_deadline_that_is_to_be_changed()
    {
        await stage.PlanAsync(TestSessions.October with
        {
            Seats = 1,
            SeatsOnline = 1,
            RegistrationOpens = stage.Clock.GetUtcNow().AddDays(3),
        });

        await ExpectAsync(staff, List, [Session], [List + "/neu"], "ändern Sie zuerst beim Termin, wann man sich anmelden kann.");
    }

    [Fact]
    public async Task After_the_session_those_who_came_can_be_written_to_and_that_is_all()
    {
        stage.Clock.SetUtcNow(TestSessions.October.End.AddHours(1));
        using var later = await StaffBrowser.OpenAsync(stage);

        await ExpectAsync(later, List, [Write], [List + "/neu"], "Anmelden lässt sich niemand mehr.");
        foreach (var page in new[] { ada, bo })
            await ExpectAsync(later, page, [], ["/nachruecken", "/wechseln", "/bestaetigung", "/absagen"], "Der Termin ist vorbei");
        Assert.DoesNotContain("bekommen nach 15 Minuten", (await later.SeeAsync(Session)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_cancelled_session_nobody_is_registered_or_written_to()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 1, Status = SessionStatus.Cancelled });

        await ExpectAsync(staff, List, [], [List + "/neu", Write], "Dieser Termin ist abgesagt. Niemand kann mehr angemeldet werden");
        await ExpectAsync(staff, List + "/neu", [], ["form"], "Dieser Termin ist abgesagt.");
        foreach (var page in new[] { ada, bo })
            await ExpectAsync(staff, page, [], ["/nachruecken", "/wechseln", "/bestaetigung", "/absagen"], "Der Termin ist abgesagt");
        var write = await staff.SeeAsync(Write);
        Assert.Contains("geht keine Mitteilung mehr", write.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        var answer = await staff.PostAsync(Write, null, ("subject", "Neuer Termin"), ("text", "Bald.")); // not to the mailing list by mistake
        Assert.NotNull((await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity)).QuerySelector("#session-error"));
    }

    [Fact]
    public async Task An_announcement_about_a_session_of_long_ago_is_not_saved_before_it_is_chosen_to_whom()
    {
        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(100));
        using var later = await StaffBrowser.OpenAsync(stage);

        var answer = await later.PostAsync(Write, null, ("subject", "Rückblick"), ("text", "Danke."));

        var page = await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector("#session-error"));
        Assert.Equal("bitte wählen", page.QuerySelector("#session option[selected]")!.TextContent);
    }

    [Fact]
    public async Task An_announcement_to_a_session_that_was_cancelled_since_is_not_released()
    {
        const string write = "/redaktion/aussendungen/neu";
        var answer = await staff.PostAsync(Write, write, ("subject", "Neuer Raum"), ("text", "Wir ziehen um."));
        var page = answer.Headers.Location!.OriginalString.Split('?')[0];
        await ExpectAsync(staff, page, ["/freigeben"], []);

        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 1, Status = SessionStatus.Cancelled });

        await ExpectAsync(staff, page, [], ["/freigeben"], "Der Termin ist abgesagt, und diese Aussendung geht nicht mehr hinaus.");
    }

    /// <summary>Addresses of links and forms, by their ends.</summary>
    static async Task ExpectAsync(StaffBrowser browser, string path, string[] offered, string[] notOffered, string why = "")
    {
        var main = (await browser.SeeAsync(path)).QuerySelector("main")!;
        var ways = main.QuerySelectorAll("a[href], form").Select(way => way.GetAttribute("href") ?? way.GetAttribute("action")!).ToList();
        foreach (var way in offered) Assert.Contains(ways, found => found.EndsWith(way, StringComparison.Ordinal));
        foreach (var way in notOffered) Assert.DoesNotContain(ways, found => found.EndsWith(way, StringComparison.Ordinal));
        if (notOffered.Contains("form")) Assert.Empty(main.QuerySelectorAll("form"));
        Assert.Contains(why, main.TextContent, StringComparison.Ordinal);
    }
}
