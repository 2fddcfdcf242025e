using System.Net;
using Azure;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>A publication that is cut off at any of its calls: visitors see the old edition or the new one, and the next try ends where it should.</summary>
public sealed class FaultTests
{
    const int MostCalls = 60;

    static readonly Dictionary<string, string> ByHand = new() { ["AzureWebJobs.NoticeNotes.Disabled"] = "true" };

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    public async Task Replacing_survives_a_fault_at_every_call(bool isDone, int retries)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults, retries);
        await stage.PutPictureAsync("bild.png", TestPictures.Png());
        await stage.PutNotesAsync(Notes(0));
        await stage.PublishAsync();

        var (call, struck) = (0, false);
        do
        {
            await stage.PutNotesAsync(Notes(++call));
            struck = await IsCutOffAsync(stage, faults, call);
            var seen = await stage.HtmlAsync();
            Assert.True(seen.Contains($"Fassung {call}.", StringComparison.Ordinal) || seen.Contains($"Fassung {call - 1}.", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, (await stage.PdfAsync()).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await stage.Http.GetAsync($"/dokumentation/{NotesDesk.Session}/bilder/bild.png")).StatusCode);

            await stage.PublishAsync();
            Assert.Contains($"Fassung {call}.", await stage.HtmlAsync(), StringComparison.Ordinal);
            Assert.Contains($"Fassung {call}.", NotesDesk.TextOf(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
            Assert.Equal([$"Frage {call}?"], await stage.TextsAsync());
            Assert.Equal(4, (await stage.EditionFilesAsync()).Count);
        }
        while (struck);

        Assert.InRange(call, 10, MostCalls);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    public async Task Withdrawing_survives_a_fault_at_every_call(bool isDone, int retries)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults, retries);

        var (call, struck) = (0, false);
        do
        {
            await stage.PutNotesAsync($"Fassung {++call}.\n\n## Offene Fragen\n\n- Frage {call}?");
            await stage.PublishAsync();
            await stage.DeleteNotesAsync();
            struck = await IsCutOffAsync(stage, faults, call);
            Assert.Contains((await stage.PageAsync()).StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Gone });

            await stage.PublishAsync();
            Assert.Equal(HttpStatusCode.Gone, (await stage.PageAsync()).StatusCode);
            Assert.Empty(await stage.TextsAsync());
            Assert.Empty(await stage.EditionFilesAsync());
        }
        while (struck);

        Assert.InRange(call, 6, MostCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusing_survives_a_fault_at_every_call_and_staff_are_told(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults, retries: 0);
        await stage.PutNotesAsync("Die gute Fassung.\n\n## Offene Fragen\n\n- Eine gute Frage?");
        await stage.PublishAsync();

        var (call, struck) = (0, false);
        do
        {
            await stage.PutNotesAsync($"## \n\n{++call}");
            struck = await IsCutOffAsync(stage, faults, call);
            await stage.PublishAsync();

            Assert.Contains("Die gute Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
            Assert.Equal(["Eine gute Frage?"], await stage.TextsAsync());
            Assert.Equal(call, (await stage.FilesAsync(Containers.Failed)).Count);
        }
        while (struck);

        Assert.InRange(call, 6, MostCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unusable_notes_after_a_first_publication_that_was_cut_off_leave_all_of_it_public_or_nothing(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        await using var stage = await OpenAsync(faults, retries: 0);

        var (call, struck) = (0, false);
        do
        {
            var session = InsightDesk.Planned($"2026-11-sitzung-{++call}");
            await stage.PlanAsync(session);
            await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", "Die erste Fassung.\n\n## Offene Fragen\n\n- Eine Frage?");
            struck = await IsCutOffAsync(stage, faults, call, session.Id);
            await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", "## \n\nUnbrauchbar.");
            await stage.PublishAsync(session.Id);

            var isPublic = (await stage.Http.GetAsync($"/dokumentation/{session.Id}")).StatusCode == HttpStatusCode.OK;
            Assert.Equal(isPublic ? ["Eine Frage?"] : [], await stage.TextsAsync(session.Id));
            Assert.Equal(isPublic ? 3 : 0, (await stage.EditionFilesAsync(session.Id)).Count(file => file.StartsWith($"2026/{session.Id}.", StringComparison.Ordinal) || file.StartsWith($"2026/{session.Id}/", StringComparison.Ordinal)));
        }
        while (struck);

        Assert.InRange(call, 10, MostCalls);
    }

    static string Notes(int number) => $"Fassung {number}.\n\n![Flächen](bild.png)\n\n## Offene Fragen\n\n- Frage {number}?";

    static async Task<Stage> OpenAsync(FaultyStorage faults, int retries)
    {
        var connection = await StorageEmulator.NewAccountAsync();
        var stage = await Stage.OpenAsync(settings: ByHand, storage: connection, replace: services => faults.Replace(services, connection, retries));
        await stage.PlanAsync(TestSessions.October);
        return stage;
    }

    /// <summary>False if the publication made fewer calls.</summary>
    static async Task<bool> IsCutOffAsync(Stage stage, FaultyStorage faults, int call, SessionId? session = null)
    {
        faults.StrikeAt(call);
        try
        {
            await stage.PublishAsync(session);
        }
        catch (RequestFailedException)
        {
            // as when the process ends here: the message comes again
        }

        return faults.End();
    }
}
