using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using UglyToad.PdfPig;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>What staff do with notes, and what visitors see of it.</summary>
static class NotesDesk
{
    /// <summary>A stage that waits a second instead of three, with one session in the programme.</summary>
    public static readonly Dictionary<string, string> Impatient = new() { ["Documentation:QuietSeconds"] = "1" };

    public static readonly SessionId Session = TestSessions.October.Id;

    /// <summary>Mails but those that tell staff, without any hint, what becomes public.</summary>
    public static async Task<IReadOnlyList<SentMail>> NoticesAsync(this Stage stage) =>
        [.. (await stage.MailsAsync()).Where(mail => !mail.Subject.StartsWith("Dokumentation erscheint: ", StringComparison.Ordinal))];

    public static Task PutNotesAsync(this Stage stage, string text, string file = "notes.md") =>
        stage.PutAsync(Containers.Notes, $"{Session}/{file}", text);

    public static Task PutPictureAsync(this Stage stage, string file, byte[] picture) =>
        stage.PutAsync(Containers.Notes, $"{Session}/{file}", picture);

    public static Task DeleteNotesAsync(this Stage stage, string file = "notes.md") =>
        stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Notes).DeleteBlobAsync($"{Session}/{file}");

    /// <summary>
    /// Puts a message on the queue as Event Grid does, whether or not it is true: so a test decides what is told when, and in which order.
    /// </summary>
    public static Task TellAsync(this Stage stage, string name, bool isDeleted = false)
    {
        var message = JsonSerializer.Serialize(new
        {
            id = Guid.NewGuid(),
            subject = $"/blobServices/default/containers/{Containers.Notes}/blobs/{name}",
            eventType = isDeleted ? "Microsoft.Storage.BlobDeleted" : "Microsoft.Storage.BlobCreated",
            data = new { },
        });
        return stage.Service<QueueServiceClient>().GetQueueClient(Queues.NotesEvents).SendMessageAsync(message);
    }

    /// <summary>Publishes what is there now, without event and quiet time.</summary>
    public static Task PublishAsync(this Stage stage, SessionId? session = null) =>
        stage.Service<SessionPublisher>().PublishAsync(session ?? Session, TimeSpan.Zero, CancellationToken.None);

    public static Task<HttpResponseMessage> PageAsync(this Stage stage) => stage.Http.GetAsync($"/dokumentation/{Session}");

    public static Task<HttpResponseMessage> PdfAsync(this Stage stage) => stage.Http.GetAsync($"/dokumentation/{Session}.pdf");

    /// <summary>The PDF, once its text has these words.</summary>
    public static Task<byte[]> PdfWithAsync(this Stage stage, string words) => Stage.EventuallyAsync(async () =>
    {
        var answer = await stage.PdfAsync();
        return answer.StatusCode == HttpStatusCode.OK && await answer.Content.ReadAsByteArrayAsync() is { } bytes
            && TextOf(bytes).Contains(words, StringComparison.Ordinal) ? bytes : null;
    });

    public static async Task<string> HtmlAsync(this Stage stage)
    {
        var answer = await stage.PageAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static Task<DocumentEntry?> EntryAsync(this Stage stage) =>
        stage.Service<PublishedStore>().FindAsync(DocumentPath.Of(Session), CancellationToken.None);

    public static async Task<IReadOnlyList<string>> FilesAsync(this Stage stage, string container) =>
        await stage.Service<BlobServiceClient>().GetBlobContainerClient(container).GetBlobsAsync().Select(blob => blob.Name).ToListAsync();

    /// <summary>
    /// What is stored of a session's documentation; the container holds the year's volume too, which comes when it comes.
    /// </summary>
    public static async Task<IReadOnlyList<string>> EditionFilesAsync(this Stage stage, SessionId? session = null) =>
        [.. (await stage.FilesAsync(Containers.Documentation))
            .Where(file => file.Contains((session ?? Session).Value, StringComparison.Ordinal))];

    /// <summary>The list of problems that staff got for a file.</summary>
    public static Task<string> ProblemsAsync(this Stage stage, string name) => Stage.EventuallyAsync(async () =>
    {
        var container = stage.Service<BlobServiceClient>().GetBlobContainerClient(Containers.Failed);
        var found = (await stage.FilesAsync(Containers.Failed))
            .LastOrDefault(file => file.StartsWith($"{Containers.Notes}/{name}/", StringComparison.Ordinal));
        return found is null ? null : (await container.GetBlobClient(found).DownloadContentAsync()).Value.Content.ToString();
    });

    public static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value))));
    }
}
