using System.Net;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Notes put to the wrong session, which nobody should see there before somebody of the Redaktion has looked.</summary>
public sealed class OtherSessionTests : IAsyncLifetime
{
    const string About = "„Pflegekräfte gut einarbeiten“ am 8. September 2026";

    static readonly string Page = $"/redaktion/dokumentation/{NotesDesk.Session}";

    /// <summary>Whose title is one word, as many texts have it.</summary>
    static readonly Session Unions = TestSessions.October with
    {
        Id = SessionId.Parse("2026-11-gewerkschaft")!.Value,
        Title = "Gewerkschaft",
        Focus = "Mitbestimmung",
        Description = "Wie Betriebsräte mitreden.",
        Speakers = ["Dorothea Fuchs"],
        Start = TestSessions.October.Start.AddDays(40),
        End = TestSessions.October.End.AddDays(40),
        RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(40),
    };

    const string OfCare = """
        ## Worum es ging

        Carlotta Brehme hat den Einarbeitungsplan ihrer Klinik beschrieben. Als Praxisanleiterin begleitet sie jede Station.

        ## Erkenntnisse

        - Die Übergabe ist fremd, die Pflege selbst nicht.
        """;

    static readonly Session Care = TestSessions.October with
    {
        Id = SessionId.Parse("2026-09-pflege")!.Value,
        Title = "Pflegekräfte gut einarbeiten",
        Focus = "Einarbeitung",
        Description = "Was auf Station hilft: Praxisanleitung, ein Plan für jede Klinik, und Zeit für die Übergabe.",
        Speakers = ["Carlotta Brehme"],
        Start = TestSessions.October.Start.AddDays(-27),
        End = TestSessions.October.End.AddDays(-27),
        RegistrationCloses = TestSessions.October.RegistrationCloses.AddDays(-27),
    };

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        await stage.PlanAsync(Care);
        await stage.PlanAsync(Unions);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData("# Pflegekräfte: gut einarbeiten\n\nAnfangs kam ein Bericht.")]
    [InlineData("## Praxisaustausch vom 8. September 2026\n\nAnfangs kam ein Bericht.")]
    [InlineData("Termin am 08.09.2026\n\nAnfangs kam ein Bericht.")]
    [InlineData("Anfangs kam ein Bericht.\n\n## Am 8. September 2026\n\nViele waren da.")]
    [InlineData(OfCare)]
    public async Task Notes_of_another_session_stay_a_draft_and_the_other_is_named_until_staff_say_that_they_are_right(string notes)
    {
        await stage.PutNotesAsync(notes);

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync())
            .Any(mail => mail.Subject.StartsWith("Entwurf mit Hinweisen", StringComparison.Ordinal)
                && mail.Text.Contains(About, StringComparison.Ordinal)));
        using var staff = await StaffBrowser.OpenAsync(stage);
        await Stage.EventuallyAsync(async () => (await SeeAsync(staff)).Contains(About, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PageAsync()).StatusCode);

        await staff.DoAsync(Page, $"{Page}/stand", ("entscheidung", "veroeffentlichen"));
        await Stage.EventuallyAsync(async () => (await stage.PageAsync()).IsSuccessStatusCode);

        await stage.PutNotesAsync(notes + "\n\nNachgetragen."); // what is public stays so, until they say it again
        await Stage.EventuallyAsync(async () => (await SeeAsync(staff)).Contains(
            "Entwurf; veröffentlicht bleibt die vorige Fassung", StringComparison.Ordinal));
        Assert.Contains(About, await SeeAsync(staff), StringComparison.Ordinal);
        Assert.Contains("Entwurf der Dokumentation; veröffentlicht bleibt die vorige Fassung",
            (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nachgetragen.", await stage.HtmlAsync(), StringComparison.Ordinal);

        await DecideAsync(staff, "veroeffentlichen");
        await Stage.EventuallyAsync(async () => (await stage.HtmlAsync()).Contains("Nachgetragen.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stays_public_while_notes_wait_or_cannot_be_read_can_be_withdrawn_and_keeps_its_pictures()
    {
        await stage.PutPictureAsync("bild.png", TestPictures.Png());
        await stage.PutNotesAsync("Die richtige.\n\n![Flächen](bild.png)");
        await stage.PublishAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);
        foreach (var (file, notes, state) in new[] { ("notes.md", OfCare, "Entwurf; "), ("notes.md", "", "nicht lesbar; "), ("notes.txt", "Zwei.", "nicht lesbar; ") })
        {
            await stage.PutNotesAsync(notes, file);
            await Stage.EventuallyAsync(async () =>
                (await SeeAsync(staff)).Contains($"{state}veröffentlicht bleibt die vorige Fassung", StringComparison.Ordinal));
            Assert.Contains("Die richtige.", await stage.HtmlAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("bild.png", (await staff.SeeAsync(Page)).QuerySelectorAll("form[action$=loeschen] input[name=datei]")
            .Select(file => file.GetAttribute("value")));
        await DecideAsync(staff, "zurueckziehen");
        await Stage.EventuallyAsync(async () => (await stage.PageAsync()).StatusCode == HttpStatusCode.Gone);
        Assert.Contains("bild.png", (await staff.SeeAsync(Page)).QuerySelectorAll("form[action$=loeschen] input[name=datei]")
            .Select(file => file.GetAttribute("value")));
    }

    static async Task DecideAsync(StaffBrowser staff, string decision)
    {
        var form = (await staff.SeeAsync(Page)).QuerySelector($"form:has(button[value={decision}])")!;
        var answer = await staff.Http.PostAsync($"{Page}/stand",
            new FormUrlEncodedContent(StaffBrowser.Filled(form, ("entscheidung", decision))));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData("# Sprache im Betrieb\n\nNach dem Termin am 8. September 2026 kam eine Frage auf.\n\nAm 5. Oktober 2026 saßen wir zusammen.")]
    [InlineData("# Was uns hilft\n\nWie Carlotta Brehme auf ihrer Station, so wir: Sprachförderung im Arbeitsalltag.")]
    [InlineData("Ein Text über alles.\n\nEins.\n\nZwei.\n\nDrei.\n\nFrist ist der 8. September 2026.")]
    [InlineData("# Sprache im Betrieb\n\nAnknüpfend an den Austausch vom 8. September 2026 haben wir weitergefragt.")]
    [InlineData("Vom 8. September 2026 bis zum 1. Oktober 2026\n\nWir haben gesammelt.")]
    [InlineData("# Gewerkschaft und Kammer\n\nEin Bericht.")]
    [InlineData("---\nstatus: fertig\n---\n# Pflegekräfte gut einarbeiten\n\nSo heißt es hier auch.")]
    public async Task Notes_that_merely_mention_another_session_or_say_that_they_are_ready_are_published(string notes)
    {
        await stage.PutNotesAsync(notes);
        await stage.PublishAsync();

        Assert.Equal(HttpStatusCode.OK, (await stage.PageAsync()).StatusCode);
    }

    static async Task<string> SeeAsync(StaffBrowser staff) => (await staff.SeeAsync(Page)).Body!.TextContent;
}
