using System.Globalization;
using System.Net;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Several at once: the end is the newest notes, exactly, on the page, in the PDF, in the register and in the search.</summary>
public sealed class ConcurrencyTests
{
    const int MaxCalls = 60;

    /// <summary>Copy of the PDF, PDF, page and content: nothing is left behind.</summary>
    const int FilesOfAnEdition = 4;

    static readonly Session[] Sessions = [InsightDesk.Planned("2026-10-eins"), InsightDesk.Planned("2026-11-zwei")];

    [Fact]
    public async Task Ten_uploads_in_a_second_to_each_of_two_sessions_on_two_instances_end_in_the_last_ones()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await using var other = await Stage.OpenAsync(settings: NotesDesk.Impatient, storage: stage.Storage);
        foreach (var session in Sessions) await stage.PlanAsync(session);

        await Task.WhenAll(Sessions.Select(async session =>
        {
            for (var number = 1; number <= 10; number++) await PutAsync(stage, session.Id, number);
        }));

        foreach (var session in Sessions)
        {
            await Stage.EventuallyAsync(async () => (await stage.TextsAsync(session.Id)) is [var only] && only == Question(10));
            await Stage.EventuallyAsync(async () => await EndsInAsync(stage, session.Id, 10));
        }

        foreach (var session in Sessions)
            await Stage.EventuallyAsync(async () => (await stage.EditionFilesAsync(session.Id)).Count == FilesOfAnEdition);
        await Stage.EventuallyAsync(async () =>
            (await stage.Service<PublishedStore>().SessionsAsync(default)).All(entry => entry.IsAnnounced));
    }

    [Fact]
    public async Task Documents_of_all_kinds_take_turns_in_one_process()
    {
        await using var stage = await OpenAsync();
        await using var other = await OpenAsync(storage: stage.Storage);
        await stage.PlanAsync(TestSessions.October);
        await PutAsync(stage, NotesDesk.Session, 1);
        var isOver = new TaskCompletionSource();
        var large = stage.Service<OneAtATime>().RunAsync("something large", async () =>
        {
            await isOver.Task;
            return TimeSpan.Zero;
        }, CancellationToken.None);

        Task[] waiting = [stage.PublishAsync(), stage.PublishVolumeAsync()];
        await other.PublishAsync();
        await other.PublishVolumeAsync();

        Assert.All(waiting, publication => Assert.False(publication.IsCompleted));
        isOver.SetResult();
        await Task.WhenAll([large, .. waiting]);
    }

    /// <summary>
    /// While one instance publishes, at each of its calls in turn, another replaces the notes and publishes them from beginning to end.
    /// </summary>
    [Fact]
    public async Task Notes_replaced_and_published_at_any_call_of_a_publication_win()
    {
        var timing = new InterruptedStorage();
        await using var fast = await OpenAsync();
        await using var slow = await OpenAsync(timing, fast.Storage);
        await fast.PlanAsync(TestSessions.October);

        var (call, happened) = (0, false);
        do
        {
            var number = 2 * ++call;
            await PutAsync(fast, NotesDesk.Session, number - 1);
            timing.At(call, async () =>
            {
                await PutAsync(fast, NotesDesk.Session, number);
                await fast.PublishAsync();
            });
            await slow.PublishAsync();
            happened = await timing.EndAsync();

            Assert.True(await EndsInAsync(fast, NotesDesk.Session, happened ? number : number - 1), $"interrupted at call {call}");
            Assert.Equal(FilesOfAnEdition, (await fast.EditionFilesAsync()).Count);
        }
        while (happened);

        Assert.InRange(call, 12, MaxCalls);
    }

    /// <summary>The same with notes that are deleted, withdrawn by the other instance or by nobody yet.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notes_deleted_at_any_call_of_a_publication_are_gone_everywhere(bool isWithdrawnMeanwhile)
    {
        var timing = new InterruptedStorage();
        await using var fast = await OpenAsync();
        await using var slow = await OpenAsync(timing, fast.Storage);
        await fast.PlanAsync(TestSessions.October);
        await PutAsync(fast, NotesDesk.Session, 0);
        await fast.PublishAsync();

        var (call, happened) = (0, false);
        do
        {
            await PutAsync(fast, NotesDesk.Session, ++call);
            timing.At(call, async () =>
            {
                await fast.DeleteNotesAsync();
                if (isWithdrawnMeanwhile) await fast.PublishAsync();
            });
            await slow.PublishAsync();
            happened = await timing.EndAsync();
            if (!isWithdrawnMeanwhile) await slow.PublishAsync(); // the event of the deletion comes a moment later
            if (!happened) break;

            Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone),
                ((await fast.PageAsync()).StatusCode, (await fast.PdfAsync()).StatusCode));
            Assert.Empty(await fast.EntriesAsync());
            Assert.Empty(await fast.EditionFilesAsync());
            Assert.DoesNotContain(NotesDesk.Session.Value, await fast.Http.GetStringAsync("/dokumentation?q=Fassung"),
                StringComparison.Ordinal);
        }
        while (happened);

        Assert.InRange(call, 12, MaxCalls);
    }

    static async Task<Stage> OpenAsync(InterruptedStorage? timing = null, string? storage = null)
    {
        var connection = storage ?? await StorageEmulator.NewAccountAsync();
        return await Stage.OpenAsync(
            settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" }, storage: connection,
            replace: services => timing?.Replace(services, connection));
    }

    static Task PutAsync(Stage stage, SessionId session, int number) =>
        stage.PutAsync(Containers.Notes, $"{session}/notes.md", $"Fassung{number}ende.\n\n## Offene Fragen\n\n- {Question(number)}");

    static string Question(int number) => string.Create(CultureInfo.InvariantCulture, $"Was fehlt in Fassung{number}ende?");

    static async Task<bool> EndsInAsync(Stage stage, SessionId session, int number)
    {
        var (word, page) = ($"Fassung{number}ende", await stage.Http.GetAsync($"/dokumentation/{session}"));
        var pdf = await stage.Http.GetAsync($"/dokumentation/{session}.pdf");
        return page.IsSuccessStatusCode && (await page.Content.ReadAsStringAsync()).Contains(word, StringComparison.Ordinal)
            && pdf.IsSuccessStatusCode
            && NotesDesk.TextOf(await pdf.Content.ReadAsByteArrayAsync()).Contains(word, StringComparison.Ordinal)
            && (await stage.TextsAsync(session)).SequenceEqual([Question(number)])
            && (await stage.Http.GetStringAsync($"/dokumentation?q={word}")).Contains($"/dokumentation/{session}\"",
            StringComparison.Ordinal);
    }
}
