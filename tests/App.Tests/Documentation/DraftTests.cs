using System.Net;
using Azure.Storage.Blobs;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Notes that are marked as a draft: nothing is public, and staff find how it would look.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    const string Draft = "---\nstatus: entwurf\n---\n";
    const string Preview = "2026-10-sprache-im-betrieb.pdf";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_draft_has_a_preview_that_follows_it_and_goes_when_it_is_published()
    {
        await stage.PutNotesAsync($"{Draft}Noch nicht.");
        await stage.PublishAsync();
        var first = await PreviewAsync();
        Assert.Contains("Noch nicht.", first, StringComparison.Ordinal);
        Assert.Contains("Entwurf, nicht veröffentlicht", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PageAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PdfAsync()).StatusCode);
        Assert.Empty(await stage.FilesAsync(Containers.Documentation));

        await stage.PutNotesAsync($"{Draft}Fast.");
        await stage.PublishAsync();
        Assert.Contains("Fast.", await PreviewAsync(), StringComparison.Ordinal);

        await stage.PutNotesAsync("Fertig.");
        await stage.PublishAsync();
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
        Assert.Contains("Fertig.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_a_draft_deletes_its_preview()
    {
        await stage.PutNotesAsync($"{Draft}Noch nicht.");
        await stage.PublishAsync();
        await stage.DeleteNotesAsync();
        await stage.PublishAsync();

        Assert.Empty(await stage.FilesAsync(Containers.Previews));
    }

    [Fact]
    public async Task A_draft_takes_back_what_was_public()
    {
        await stage.PutNotesAsync("Zu früh.");
        await stage.PublishAsync();
        await stage.PutNotesAsync($"{Draft}Doch nicht.");
        await stage.PublishAsync();

        var gone = await stage.PageAsync();
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("wird überarbeitet", WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Doch nicht.", await PreviewAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_is_told_and_has_neither_page_nor_preview()
    {
        await stage.PutNotesAsync("Zu früh.");
        await stage.PublishAsync();
        await stage.PutNotesAsync($"{Draft}Text\n\n## \n");
        await stage.PublishAsync();

        Assert.Contains("Die Überschrift hat keinen Text", await stage.ProblemsAsync($"{NotesDesk.Session}/notes.md"),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await stage.PageAsync()).StatusCode);
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
        var mail = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var mail, ..] ? mail : null);
        Assert.Contains("was es vorher war, ist es nicht mehr", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gilt weiter", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_notes_leave_the_last_draft_as_it_was()
    {
        await stage.PutNotesAsync($"{Draft}Noch nicht.");
        await stage.PublishAsync();
        await stage.PutNotesAsync("");
        await stage.PublishAsync();

        Assert.Contains("Noch nicht.", await PreviewAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_in_a_draft_is_told_with_the_place_of_its_preview()
    {
        await stage.PutNotesAsync($"{Draft}![Plan](fehlt.png)");
        await stage.PublishAsync();

        var notice = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var mail, ..] ? mail : null);
        Assert.Contains("Entwurf mit Hinweisen", notice.Subject, StringComparison.Ordinal);
        Assert.Contains(Preview, notice.Text, StringComparison.Ordinal);
        Assert.Contains("fehlt.png", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_file_is_a_draft_by_its_status()
    {
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.docx",
            Docx.Of(Docx.P("Aus Word."), document => document.PackageProperties.ContentStatus = "Entwurf"));
        await stage.PublishAsync();

        Assert.Contains("Aus Word.", await PreviewAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.PageAsync()).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_preview_survives_a_fault_at_every_call(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var faulty = await Stage.OpenAsync(
            settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" }, storage: connection,
            replace: services => faults.Replace(services, connection, retries: 0));
        await faulty.PlanAsync(TestSessions.October);
        var (call, struck) = (0, false);
        do
        {
            await faulty.PutNotesAsync(++call % 2 == 0 ? $"Fassung {call}." : $"{Draft}Fassung {call}.");
            faults.StrikeAt(call);
            await Record.ExceptionAsync(() => faulty.PublishAsync());
            struck = faults.End();
            await faulty.PublishAsync();

            Assert.Equal(call % 2 == 0 ? [] : [Preview], await faulty.FilesAsync(Containers.Previews));
            Assert.Equal(call % 2 == 0 ? HttpStatusCode.OK : call == 1 ? HttpStatusCode.NotFound : HttpStatusCode.Gone,
                (await faulty.PageAsync()).StatusCode);
        }
        while (struck);

        Assert.InRange(call, 6, 80);
    }

    async Task<string> PreviewAsync()
    {
        var file = await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Previews).GetBlobClient(Preview)
            .DownloadContentAsync();
        return NotesDesk.TextOf(file.Value.Content.ToArray());
    }
}
