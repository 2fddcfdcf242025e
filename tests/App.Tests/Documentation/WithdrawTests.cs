using System.Net;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Notes that change, in whatever order one hears of it.</summary>
public sealed class WithdrawTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
        await stage.PutPictureAsync("bild.png", TestPictures.Png());
        await stage.PutNotesAsync("Die erste Fassung.\n\n![Flächen](bild.png)");
        await stage.PdfWithAsync("Die erste Fassung.");
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Replaced_notes_replace_page_and_pdf_and_leave_nothing_behind()
    {
        await stage.PutNotesAsync("Die zweite Fassung.");

        await stage.PdfWithAsync("Die zweite Fassung.");
        Assert.Contains("Die zweite Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.EditionFilesAsync()).Count == 4);
        Assert.Equal(HttpStatusCode.NotFound,
            (await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}/bilder/bild.png")).StatusCode);
    }

    [Fact]
    public async Task Deleted_notes_withdraw_and_notes_put_again_come_back()
    {
        await stage.DeleteNotesAsync();

        await Stage.EventuallyAsync(async () => (await stage.PageAsync()).StatusCode == HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.Gone, (await stage.PdfAsync()).StatusCode);
        Assert.Contains("wurde zurückgezogen", await (await stage.PageAsync()).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(NotesDesk.Session.Value, await stage.Http.GetStringAsync("/dokumentation"), StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.EditionFilesAsync()).Count == 0);

        await stage.PutNotesAsync("Wieder da.");
        await stage.PdfWithAsync("Wieder da.");
        Assert.Equal(HttpStatusCode.OK, (await stage.PageAsync()).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_not_public()
    {
        await stage.PutNotesAsync("---\nstatus: entwurf\n---\nNoch nicht.");
        await Stage.EventuallyAsync(async () => (await stage.PageAsync()).StatusCode == HttpStatusCode.Gone);

        await stage.PutNotesAsync("---\nstatus: fertig\ntitel: \"Sprache: ein Gewinn\"\n---\nJetzt aber.");
        await stage.PdfWithAsync("Jetzt aber.");
        Assert.Contains("<h1>Sprache: ein Gewinn</h1>", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_told_late_twice_and_out_of_order_end_in_the_newest_state()
    {
        var notes = $"{NotesDesk.Session}/notes.md";
        await stage.PutNotesAsync("Die neueste Fassung.");
        foreach (var isDeleted in new[] { true, false, true, true, false }) await stage.TellAsync(notes, isDeleted);
        await stage.PdfWithAsync("Die neueste Fassung.");

        await stage.DeleteNotesAsync();
        foreach (var isDeleted in new[] { true, false, false }) await stage.TellAsync(notes, isDeleted);
        await Stage.EventuallyAsync(async () => (await stage.PageAsync()).StatusCode == HttpStatusCode.Gone);

        await stage.TellAsync(notes);
        await stage.PublishAsync();
        Assert.Equal(HttpStatusCode.Gone, (await stage.PageAsync()).StatusCode);
    }

    [Fact]
    public async Task Ten_uploads_in_a_second_end_in_the_last_one()
    {
        for (var number = 1; number <= 10; number++) await stage.PutNotesAsync($"Fassung Nummer {number}.");

        await stage.PdfWithAsync("Fassung Nummer 10.");
        Assert.Contains("Fassung Nummer 10.", await stage.HtmlAsync(), StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.EditionFilesAsync()).Count == 4);
    }

    [Fact]
    public async Task Two_instances_at_once_end_in_the_newest_notes()
    {
        await using var other = await Stage.OpenAsync(settings: NotesDesk.Impatient, storage: stage.Storage);
        for (var round = 1; round <= 8; round++)
        {
            var publishing = new[] { stage, other, stage, other }.Select(instance => instance.PublishAsync()).ToList();
            await stage.PutNotesAsync($"Runde {round}.");
            publishing.Add(stage.PublishAsync());
            publishing.Add(other.PublishAsync());
            if (round % 3 == 0) await stage.DeleteNotesAsync();
            await Task.WhenAll(publishing);
            await Task.WhenAll(stage.PublishAsync(), other.PublishAsync());

            var answer = await stage.PdfAsync();
            Assert.Equal(round % 3 == 0 ? HttpStatusCode.Gone : HttpStatusCode.OK, answer.StatusCode);
            if (round % 3 != 0) Assert.Contains($"Runde {round}.", NotesDesk.TextOf(await answer.Content.ReadAsByteArrayAsync()),
                StringComparison.Ordinal);
            Assert.Equal(round % 3 == 0 ? 0 : 4, (await stage.EditionFilesAsync()).Count);
        }
    }

    [Fact]
    public async Task The_timer_finds_what_no_event_told()
    {
        await using var deaf = await Stage.OpenAsync(
            settings: new(NotesDesk.Impatient) { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" });
        await deaf.PlanAsync(TestSessions.October);
        await deaf.PutNotesAsync("Von keinem Ereignis gemeldet.");
        await deaf.FireAsync("ReconcileDocumentation");
        await deaf.PdfWithAsync("Von keinem Ereignis gemeldet.");

        await deaf.PutNotesAsync("Ersetzt.");
        await deaf.FireAsync("ReconcileDocumentation");
        await deaf.PdfWithAsync("Ersetzt.");

        await deaf.DeleteNotesAsync();
        await deaf.FireAsync("ReconcileDocumentation");
        await Stage.EventuallyAsync(async () => (await deaf.PageAsync()).StatusCode == HttpStatusCode.Gone);
    }
}
