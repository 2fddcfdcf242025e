using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>
/// Editions of one session's documentation whose title, text and questions all bear the edition's number, so that any mixture of two is
/// seen wherever it shows.
/// </summary>
sealed partial record NumberedEditions(Stage Stage, Session Session)
{
    /// <summary>Copy of the PDF, PDF, page, content and picture.</summary>
    public const int Files = 5;

    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    SessionId Id => Session.Id;

    /// <param name="stage">Where.</param>
    /// <param name="number">Names the session, which has a year for itself.</param>
    public static async Task<NumberedEditions> OfAsync(Stage stage, int number)
    {
        var session = InsightDesk.Planned(string.Create(Invariant, $"{2030 + number}-10-sitzung{number}x"));
        await stage.PlanAsync(session);
        await stage.PutAsync(Containers.Notes, $"{session.Id}/bild.png", TestPictures.Png());
        return new(stage, session);
    }

    public Task PutAsync(int number, string status = "fertig") => Stage.PutNotesAsync(Session, string.Create(Invariant, $"""
        ---
        titel: {Mark(number)}
        status: {status}
        ---
        {Mark(number)}

        ![Flächen](bild.png)

        ## Offene Fragen

        - Was fehlt in {Mark(number)}?
        """));

    public Task PutUnusableAsync() => Stage.PutNotesAsync(Session, $"---\ntitel: {Mark(0)}\n---\n## \n\n{Mark(0)}");

    public Task DeleteAsync() => Stage.DeleteAsync($"{Id}/notes.md");

    public Task PublishAsync() => Stage.PublishAsync(Session);

    /// <summary>Fires the timer and does what it asks for.</summary>
    /// <returns>How much that was.</returns>
    public async Task<int> LetTheTimerComeAsync()
    {
        await Stage.FireAsync("ReconcileDocumentation");
        var queue = Stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications);
        var messages = (await queue.ReceiveMessagesAsync(32)).Value;
        foreach (var message in messages)
        {
            await Stage.PublishAsync(SessionId.Parse(message.MessageText)!.Value);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        return messages.Length;
    }

    /// <summary>
    /// The edition that everything shows: page, PDF, picture, list, search, feed and register; null if they show nothing. Fails if they
    /// differ.
    /// </summary>
    public async Task<int?> ShownAsync()
    {
        var (page, pdf) = (await GetAsync($"/dokumentation/{Id}"), await GetAsync($"/dokumentation/{Id}.pdf"));
        var register = (await Stage.Service<InsightQuery>().OfSessionsAsync([Id], CancellationToken.None))
            .SelectMany(part => part.Insights.Select(insight => insight.Text).Append(part.Source.Title));
        var feed = await TextAsync("/dokumentation/feed.atom");
        string[] all =
        [
            page is null ? "" : await page.ReadAsStringAsync(), pdf is null ? "" : NotesDesk.TextOf(await pdf.ReadAsByteArrayAsync()),
            string.Join('\n', register), await TextAsync("/dokumentation"), feed,
        ];
        int[][] numbers = [.. all.Select(NumbersIn), await FoundAsync()];
        Assert.True(numbers.All(found =>
            found.SequenceEqual(numbers[0])), "page, PDF, register, list, feed, "
            + $"search: {string.Join(" | ", numbers.Select(found => string.Join(',', found)))}");
        Assert.Equal(page is not null, await GetAsync($"/dokumentation/{Id}/bilder/bild.png") is not null);
        Assert.Equal(page is not null,
            pdf is not null && feed.Contains(string.Create(Invariant, $"length=\"{pdf.Headers.ContentLength}\""),
                StringComparison.Ordinal));
        return page is null ? null : Assert.Single(numbers[0]);
    }

    /// <summary>
    /// The same, and nothing is left to do: the copy in the container is of that edition, the year's volume becomes so too, nothing is left
    /// behind, and the timer finds nothing.
    /// </summary>
    public async Task<int?> SettledAsync()
    {
        var shown = await ShownAsync();
        int[] expected = shown is { } number ? [number] : [];
        Assert.Equal(shown is null ? 0 : Files, (await Stage.EditionFilesAsync(Id)).Count);
        Assert.Equal(0, await LetTheTimerComeAsync());
        if (shown is not null)
        {
            var copy = await Stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Documentation)
                .GetBlobClient($"{Id.Year}/{Id}.pdf").DownloadContentAsync();
            Assert.Equal(await (await GetAsync($"/dokumentation/{Id}.pdf"))!.ReadAsByteArrayAsync(), copy.Value.Content.ToArray());
        }

        await Stage.PublishVolumeAsync(Id.Year);
        Assert.Equal(expected, NumbersIn(await Stage.VolumeBytesAsync(Id.Year) is { } volume ? NotesDesk.TextOf(volume) : ""));
        return shown;
    }

    string Mark(int number) => string.Create(Invariant, $"Fassung{number}von{Id.Value.Split('-')[2]}");

    int[] NumbersIn(string text) =>
        [.. Marks().Matches(text).Where(found => found.Groups[2].Value == Id.Value.Split('-')[2])
            .Select(found => int.Parse(found.Groups[1].Value, Invariant)).Distinct().Order()];

    /// <summary>The editions that the search finds.</summary>
    async Task<int[]> FoundAsync()
    {
        List<int> found = [];
        for (var number = 0; number <= 3; number++)
            if ((await TextAsync($"/dokumentation?q={Mark(number)}")).Contains($"/dokumentation/{Id}\"", StringComparison.Ordinal))
                found.Add(number);
        return [.. found];
    }

    Task<string> TextAsync(string path) => Stage.Http.GetStringAsync(path);

    /// <summary>Null if it is not there, or not any more.</summary>
    async Task<HttpContent?> GetAsync(string path)
    {
        var answer = await Stage.Http.GetAsync(path);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Gone, HttpStatusCode.NotFound });
        return answer.StatusCode == HttpStatusCode.OK ? answer.Content : null;
    }

    [GeneratedRegex("Fassung([0-9])von(sitzung[0-9]+x)")]
    private static partial Regex Marks();
}
