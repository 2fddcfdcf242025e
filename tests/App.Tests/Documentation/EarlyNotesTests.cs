using System.Net;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Text;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Notes that come before their session, or under a name that no session can have.</summary>
public sealed class EarlyNotesTests : IAsyncLifetime
{
    static readonly string Page = $"/redaktion/dokumentation/{NotesDesk.Session}";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["Documentation:PublishBeforeSession"] = "false" });
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Notes_of_a_session_to_come_stay_a_draft_until_it_is_over_and_staff_are_told()
    {
        await stage.PutNotesAsync("Was besprochen werden soll.");
        await stage.PublishAsync();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync());
        await ToldAsync("Entwurf mit Hinweisen: Sprache im Betrieb", "noch nicht zu Ende");
        stage.Clock.SetUtcNow(TestSessions.October.End.AddHours(1));
        await stage.PublishAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync());
        var told = await ToldAsync("Dokumentation erscheint: Sprache im Betrieb", "Hinweise gibt es keine.");
        Assert.Contains($"{stage.Http.BaseAddress}redaktion/dokumentation/", told.Text, StringComparison.Ordinal);
        Assert.Contains($"/dokumentation/{NotesDesk.Session}.pdf", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_is_offered_when_the_session_is_over_and_before_that_the_page_says_so()
    {
        await stage.PutNotesAsync("---\nstatus: entwurf\n---\nWas besprochen werden soll.");
        using var staff = await StaffBrowser.OpenAsync(stage);

        var before = await Stage.EventuallyAsync(async () => await staff.SeeAsync(Page) is var seen
            && seen.QuerySelector(".lead")!.TextContent == "Entwurf" ? seen : null);
        Assert.Empty(before.QuerySelectorAll("button[value=veroeffentlichen]"));
        Assert.Contains("nach dem Termin, ab 5. Oktober 2026", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("in Word unter „Datei“", before.Body.TextContent, StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.End.AddHours(1));
        var form = StaffBrowser.FormOf(await staff.SeeAsync(Page), $"{Page}/stand");
        await stage.PlanAsync(TestSessions.October with { End = TestSessions.October.End.AddHours(2) });
        var refused = await StaffBrowser.PageAsync(await staff.Http.PostAsync($"{Page}/stand",
            new FormUrlEncodedContent(StaffBrowser.Filled(form, ("entscheidung", "veroeffentlichen")))), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("noch nicht zu Ende", refused.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);

        stage.Clock.SetUtcNow(TestSessions.October.End.AddHours(2));
        await staff.DoAsync(Page, $"{Page}/stand", ("entscheidung", "veroeffentlichen"));
        await Stage.EventuallyAsync(async () => await StatusAsync() == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Notes_that_say_they_are_ready_are_published_before_their_session()
    {
        await stage.PutNotesAsync("---\nstatus: fertig\n---\nWas feststeht.");
        await stage.PublishAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync());
    }

    [Fact]
    public async Task Another_session_is_named_by_its_title_with_a_link_on_page_and_in_pdf()
    {
        await stage.PutNotesAsync("---\nstatus: fertig\n---\n## Offene Fragen\n\n- Wer zahlt?\n  Beantwortet im Termin 2026-10-sprache-im-betrieb: der Betrieb.");
        await stage.PublishAsync();

        var page = WebUtility.HtmlDecode(await stage.HtmlAsync());
        Assert.Contains($"href=\"{stage.Http.BaseAddress}termine/2026-10-sprache-im-betrieb\"", page, StringComparison.Ordinal);
        Assert.Contains("„Sprache im Betrieb“", page, StringComparison.Ordinal);
        Assert.Contains("„Sprache im Betrieb“", NotesDesk.TextOf(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal);
        Assert.Contains("der Betrieb.", WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/dokumentation/fragen?stand=alle")),
            StringComparison.Ordinal); // the register still understands the line
    }

    [Fact]
    public async Task A_folder_that_no_session_can_have_is_told_as_such_and_old_encodings_of_a_text_are_read()
    {
        await stage.PutAsync(Containers.Notes, "2026-99-sprache/notes.md", "Text");
        await ToldAsync("", "„2026-99-sprache“ kann keine Kennung eines Termins sein: Einen Monat „99“ gibt es nicht.");

        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.txt",
            Encodings.Windows1252.GetBytes("---\nstatus: fertig\n---\nGrößere Betriebe zögern – „noch“."));
        await stage.PublishAsync();

        Assert.Contains("Größere Betriebe zögern – „noch“.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    async Task<HttpStatusCode> StatusAsync() => (await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}")).StatusCode;

    Task<SentMail> ToldAsync(string subject, string text) => Stage.EventuallyAsync(async () => (await stage.MailsAsync())
        .FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)
            && mail.Text.Contains(text, StringComparison.Ordinal)));
}
