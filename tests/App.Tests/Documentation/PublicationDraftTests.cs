using System.Net;
using AccessiblePdf.Model;
using Azure.Storage.Blobs;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation.YearVolume;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>A foreword or a Good Practice report that is marked as a draft: staff find how it would look, and nobody else does.</summary>
public sealed class PublicationDraftTests : IAsyncLifetime
{
    const string Draft = "---\nstatus: entwurf\n---\n";
    const string Foreword = "2026/jahresdokumentation.pdf";
    const string Report = "good-practice/bericht.pdf";

    static readonly Dictionary<string, string> ByHand = new(VolumeDesk.ByHand) { ["AzureWebJobs.PublishGoodPractice.Disabled"] = "true" };

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: ByHand);
        await stage.PlanYearAsync();
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_foreword_s_preview_follows_it_and_goes_when_it_is_published()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PutForewordAsync($"{Draft}# Zum Geleit\n\nNoch nicht.");
        await stage.PublishVolumeAsync();
        var preview = await PreviewAsync(Foreword);
        foreach (var words in new[] { "Jahresdokumentation 2026", "Entwurf des Vorworts, nicht veröffentlicht", "Zum Geleit",
            "Noch nicht." }) Assert.Contains(words, preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Geleit", await stage.VolumeTextAsync(), StringComparison.Ordinal);

        await stage.PutForewordAsync($"{Draft}Fast.");
        await stage.PublishVolumeAsync();
        Assert.Contains("Fast.", await PreviewAsync(Foreword), StringComparison.Ordinal);

        await stage.PutForewordAsync("Fertig.");
        await stage.PublishVolumeAsync();
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
        Assert.Contains("Fertig.", await stage.VolumeTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreword_can_be_seen_before_there_is_a_volume_and_is_gone_with_its_file()
    {
        await stage.PutForewordAsync($"{Draft}Noch nicht.");
        await stage.PublishVolumeAsync();
        Assert.Contains("Noch nicht.", await PreviewAsync(Foreword), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.VolumeAsync()).StatusCode);

        await stage.DeleteAsync("2026/vorwort.md");
        await stage.PublishVolumeAsync();
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
    }

    [Fact]
    public async Task A_report_s_preview_takes_back_what_was_public_and_goes_when_the_report_is_published_or_deleted()
    {
        await PutReportAsync("Zu früh.");
        await PutReportAsync($"{Draft}Doch nicht.");
        var preview = await PreviewAsync(Report);
        Assert.Contains("Doch nicht.", preview, StringComparison.Ordinal);
        Assert.Contains("Entwurf, nicht veröffentlicht", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync("/good-practice")).StatusCode);

        await PutReportAsync("Jetzt.");
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
        Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync("/good-practice.pdf")).StatusCode);

        await PutReportAsync($"{Draft}Wieder nicht.");
        await stage.DeleteAsync("good-practice/notes.md");
        await PublishReportAsync(stage);
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
    }

    [Fact]
    public async Task Drafts_that_cannot_be_read_are_told_and_have_no_preview()
    {
        await stage.PutForewordAsync($"{Draft}Text\n\n## \n");
        await stage.PublishVolumeAsync();
        await PutReportAsync($"{Draft}Text\n\n## \n");

        Assert.Contains("Zeile 6", await stage.ProblemsAsync("2026/vorwort.md"), StringComparison.Ordinal);
        Assert.Contains("Zeile 6", await stage.ProblemsAsync("good-practice/notes.md"), StringComparison.Ordinal);
        Assert.Empty(await stage.FilesAsync(Containers.Previews));
        var mails = await Stage.EventuallyAsync(async () => await stage.NoticesAsync() is { Count: 2 } both ? both : null);
        Assert.All(mails, mail => Assert.DoesNotContain("gilt weiter", mail.Text, StringComparison.Ordinal));
        Assert.Single(mails, mail => mail.Text.Contains("erscheint ohne dieses Vorwort", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_volume_that_cannot_be_printed_is_not_blamed_on_a_foreword_that_is_not_in_it()
    {
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PublishAsync(VolumeDesk.October);
        var version = (await stage.Service<PublishedStore>().FindAsync(DocumentPath.Of(VolumeDesk.October.Id),
            CancellationToken.None))!.Edition!.Version;
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Documentation)
            .GetBlobClient(DocumentPath.Of(VolumeDesk.October.Id).Content(version))
            .UploadAsync(ContentFile.Write(new([new Heading(1, [])], [])), overwrite: true);
        await stage.PutForewordAsync($"{Draft}Noch nicht.");

        await Assert.ThrowsAsync<InvalidDocumentException>(() => stage.PublishVolumeAsync());

        Assert.Empty(await stage.FilesAsync(Containers.Failed));
    }

    [Fact]
    public async Task A_draft_foreword_that_no_event_told_has_a_preview_before_there_is_any_documentation()
    {
        await using var deaf = await Stage.OpenAsync(settings: new()
        {
            ["AzureWebJobs.ScheduleNotes.Disabled"] = "true",
            ["Documentation:QuietSeconds"] = "1"
        });
        await deaf.PutForewordAsync($"{Draft}Noch nicht.");

        await deaf.FireAsync("ReconcileYearVolumes");

        await Stage.EventuallyAsync(async () => (await deaf.FilesAsync(Containers.Previews)).Contains(Foreword));
    }

    [Fact]
    public async Task A_printed_file_is_closed_even_when_it_is_not_published()
    {
        List<MemoryStream> printed = [];
        var path = new DocumentPath("2026", "etwas");
        var source = new Source<string>("", "eins", default, TimeSpan.MaxValue);

        await stage.Service<Publisher>().PublishAsync(path, _ => Task.FromResult(source), MakeAsync, TimeSpan.Zero, CancellationToken.None);

        Assert.False(Assert.Single(printed).CanRead);

        async Task<Outcome> MakeAsync(string content, CancellationToken cancellation)
        {
            if (printed.Count > 0) return new Outcome.Nothing();

            await stage.PutAsync(Containers.Previews, path.Preview, "von jemand anderem");
            printed.Add(new([1]));
            return new Outcome.Ready(new("Etwas", default, new(printed[0], 1, []))) { Preview = [1] };
        }
    }

    [Fact]
    public async Task Bad_files_leave_the_last_preview_as_it_was()
    {
        await PutReportAsync($"{Draft}Noch nicht.");
        await PutReportAsync("");

        Assert.Contains("Noch nicht.", await PreviewAsync(Report), StringComparison.Ordinal);
        Assert.True(await stage.Service<Publisher>().IsCurrentAsync(ReportEditor.Path,
            await stage.Service<ReportEditor>().FindAsync(CancellationToken.None), CancellationToken.None));
    }

    [Theory]
    [InlineData("good-practice/notes.md", Report, "Ein Abschnitt „Fazit“ fehlt. Vor dem Veröffentlichen")]
    [InlineData("2026/vorwort.md", Foreword, "fehlt.png")]
    public async Task What_is_missing_in_a_draft_is_told_with_the_place_of_its_preview(string file, string preview, string missing)
    {
        await stage.PutAsync(Containers.Notes, file, $"{Draft}Text\n\n![Plan](fehlt.png)");
        await stage.PublishVolumeAsync();
        await PublishReportAsync(stage);

        var notice = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var mail, ..] ? mail : null);
        foreach (var words in new[] { file, preview, missing }) Assert.Contains(words, notice.Text, StringComparison.Ordinal);
        Assert.Contains("Entwurf mit Hinweisen", notice.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_preview_survives_a_fault_at_every_call(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var faulty = await Stage.OpenAsync(
            settings: new(ByHand) { ["AzureWebJobs.DeliverMail.Disabled"] = "true" }, storage: connection,
            replace: services => faults.Replace(services, connection, retries: 0));
        var (call, struck) = (0, false);
        do
        {
            await faulty.PutAsync(Containers.Notes, "good-practice/notes.md",
                ++call % 2 == 0 ? $"Fassung {call}." : $"{Draft}Fassung {call}.");
            faults.StrikeAt(call);
            await Record.ExceptionAsync(() => PublishReportAsync(faulty));
            struck = faults.End();
            await PublishReportAsync(faulty);

            Assert.Equal(call % 2 == 0 ? [] : [Report], await faulty.FilesAsync(Containers.Previews));
            Assert.Equal(call % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                (await faulty.Http.GetAsync("/good-practice")).StatusCode);
        }
        while (struck);

        Assert.InRange(call, 6, 80);
    }

    async Task PutReportAsync(string text)
    {
        await stage.PutAsync(Containers.Notes, "good-practice/notes.md", text);
        await PublishReportAsync(stage);
    }

    static Task<TimeSpan> PublishReportAsync(Stage stage) => stage.Service<Publisher>().PublishAsync(
        ReportEditor.Path, stage.Service<ReportEditor>().FindAsync, stage.Service<ReportEditor>().EditAsync, TimeSpan.Zero,
        CancellationToken.None);

    async Task<string> PreviewAsync(string name)
    {
        var file = await stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Previews).GetBlobClient(name)
            .DownloadContentAsync();
        return NotesDesk.TextOf(file.Value.Content.ToArray());
    }
}
