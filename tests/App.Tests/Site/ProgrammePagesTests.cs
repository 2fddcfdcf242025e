using System.Net;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Programme;

namespace ThaffFunctions.Tests.Site;

public sealed class ProgrammePagesTests
{
    [Fact]
    public async Task When_registration_opens_is_told_with_the_year_since_it_may_be_a_year_before()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { RegistrationOpens = new(2026, 9, 15, 8, 0, 0, TimeSpan.Zero) });

        Assert.Contains("Anmeldung ab 15. September 2026", await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Registration opens 15 September 2026", await stage.Http.GetStringAsync("/en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/termine/2027-03-gibt-es-nicht")]
    [InlineData("/termine/unsinn")]
    [InlineData("/termine/%3Cscript%3E")]
    [InlineData("/termine/2027-03-gibt-es-nicht.ics")]
    public async Task An_unknown_session_is_a_page_that_says_so(string path)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Seite nicht gefunden", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_programme_is_a_page_too()
    {
        await using var stage = await Stage.OpenAsync();

        Assert.Contains("Zurzeit steht kein Termin fest", await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("""{"sessions":[]}""", await stage.Http.GetStringAsync("/programm.json"));
        Assert.StartsWith("BEGIN:VCALENDAR", await stage.Http.GetStringAsync("/programm.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_sessions_stand_below_and_first_in_json_and_the_next_one_is_prominent()
    {
        await using var stage = await Stage.OpenAsync(new(2027, 4, 1, 8, 0, 0, TimeSpan.Zero));
        await stage.PutAsync("programme", "2027.yaml", ProgrammeFiles.With(("title", "Schon gewesen"))
            + ProgrammeFiles.With(("id", "2027-05-z"), ("title", "Später"), ("date", "2027-05-04"))["sessions:\n".Length..]
            + ProgrammeFiles.With(("id", "2027-04-y"), ("title", "Demnächst"), ("date", "2027-04-06"))["sessions:\n".Length..]);
        await Stage.EventuallyAsync(async () => (await stage.Service<ProgrammeQuery>().AllAsync(default)).Count == 3);

        var json = await stage.Http.GetStringAsync("/programm.json");
        Assert.Equal([true, true], InOrder(json, "Schon gewesen", "Demnächst", "Später"));
        var home = await stage.Http.GetStringAsync("/");
        Assert.Equal([true, true, true, true, true, true],
            InOrder(home, "Nächster Termin", "Demnächst", "Weitere Termine", "Später", "Vergangene Termine", "Schon gewesen", "</main>"));
        Assert.Contains("hat stattgefunden", await stage.Http.GetStringAsync("/termine/2027-03-anerkennung"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_session_leads_to_its_documentation_once_there_is_one()
    {
        await using var stage = await Stage.OpenAsync(TestSessions.October.End, settings: new(VolumeDesk.ByHand));
        await stage.PlanAsync(TestSessions.October);
        var link = $"href=\"/dokumentation/{TestSessions.October.Id}\"";
        foreach (var page in new[] { TestSessions.October.Path, "/" })
            Assert.DoesNotContain(link, await stage.Http.GetStringAsync(page), StringComparison.Ordinal);

        await stage.PutNotesAsync("Was besprochen wurde.");
        await NotesDesk.PublishAsync(stage);

        foreach (var page in new[] { TestSessions.October.Path, "/" })
            Assert.Contains(link, await stage.Http.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Words", 0, "Noch Plätze frei")]
    [InlineData("Number", 8, "Noch mindestens 50 Plätze frei")]
    [InlineData("Words", 56, "Nur noch wenige Plätze frei")]
    [InlineData("Words", 60, "Ausgebucht, Warteliste offen")]
    public async Task Free_seats_are_told_as_a_setting_says(string setting, int taken, string expected)
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Registration:FreeSeats"] = setting });
        await stage.PlanAsync(TestSessions.October with { Directions = "Mit der Linie 1 bis Anger" });
        var store = stage.Service<SeatStore>();
        var stored = (await store.ReadAsync(TestSessions.October.Id, default))!;
        await store.Begin(TestSessions.October.Id).Replace(stored.Seats with { Taken = taken }, stored.ETag).SubmitAsync(default);

        Assert.Contains(expected, await stage.Http.GetStringAsync("/"), StringComparison.Ordinal);
        var page = await stage.Http.GetStringAsync(TestSessions.October.Path);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("https://www.openstreetmap.org/search?query=Haus%20der%20Wirtschaft%2C%20Erfurt", page, StringComparison.Ordinal);
        Assert.Contains("Mit der Linie 1 bis Anger", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_online_link_is_nowhere_to_be_seen()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PutAsync("programme", "2027.yaml",
            ProgrammeFiles.With(("place", null), ("onlineLink", "https://treffen.example/geheim")));
        await Stage.EventuallyAsync(async () => (await stage.Service<ProgrammeQuery>().AllAsync(default)).Count == 1);

        foreach (var path in new[] { "/", "/termine/2027-03-anerkennung", "/termine/2027-03-anerkennung.ics", "/programm.ics",
            "/programm.json" })
            Assert.DoesNotContain("geheim", await stage.Http.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var path in new[] { "/programm.ics", "/programm.json" })
        {
            var first = await stage.Http.GetAsync(path);
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", first.Headers.ETag!.Tag } } };

            Assert.Equal(HttpStatusCode.NotModified, (await stage.Http.SendAsync(again)).StatusCode);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("[x](data:text/html,1)", "<a")]
    [InlineData("<javascript:alert(1)>", "<a")]
    [InlineData("![x](https://fremd.example/pixel.png)", "<img")]
    [InlineData("[x](/intern)", "<a")]
    public void A_description_brings_nothing_dangerous(string markdown, string unwanted) =>
        Assert.DoesNotContain(unwanted, DescriptionHtml.Of(markdown).Value, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("[Mehr](https://thaff.example/mehr)", """<a href="https://thaff.example/mehr">Mehr</a>""")]
    [InlineData("info@thaff.example, <mailto:info@thaff.example>", """href="mailto:info@thaff.example""")]
    [InlineData("# Ablauf", "<h2>Ablauf</h2>")]
    // the page has only its title above, and no level is left out
    [InlineData("### Ablauf\n\n##### Danach", "<h2>Ablauf</h2>\n<h3>Danach</h3>")]
    [InlineData("a ![Bild *eins*](https://x.example/y.png) b", "<p>a Bild <em>eins</em> b</p>")]
    [InlineData("<b>fett</b>", "&lt;b&gt;fett")]
    public void A_description_keeps_what_is_harmless(string markdown, string expected) =>
        Assert.Contains(expected, DescriptionHtml.Of(markdown).Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("Was ansteht:\n\n3. Dezember: Frage einreichen\n\n17. Dezember: Antwort lesen",
        "<p>3. Dezember: Frage einreichen</p>\n<p>17. Dezember: Antwort lesen</p>")]
    [InlineData("17. 06. 2027", "<p>17. 06. 2027</p>")]
    [InlineData("2. Etage, Raum 5", "<p>2. Etage, Raum 5</p>")]
    [InlineData("4. eins\n7. zwei", "<ol start=\"4\">\n<li>eins</li>\n</ol>\n<ol start=\"7\">\n<li>zwei</li>\n</ol>")]
    [InlineData("Pat*innen und Mentor*innen", "<p>Pat*innen und Mentor*innen</p>")]
    [InlineData("| A | B |\n|---|---|\n| 1 | 2 |\nQuelle", "<td>Quelle</td>")]
    public void A_description_keeps_its_dates_numbers_and_stars(string markdown, string expected) =>
        Assert.Contains(expected, DescriptionHtml.Of(markdown).Value, StringComparison.Ordinal);

    [Fact]
    public void A_description_nested_absurdly_is_still_shown() =>
        Assert.NotEmpty(DescriptionHtml.Of(new string('>', 5000)).Value);

    static IEnumerable<bool> InOrder(string text, params string[] parts) => parts
        .Select(part => text.IndexOf(part, StringComparison.Ordinal))
        .Pairwise()
        .Select(pair => pair.First >= 0 && pair.First < pair.Second);
}

file static class Pairs
{
    public static IEnumerable<(T First, T Second)> Pairwise<T>(this IEnumerable<T> items) => items.Zip(items.Skip(1));
}
