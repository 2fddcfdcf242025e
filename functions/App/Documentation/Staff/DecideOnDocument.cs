using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>Publishes a draft, or withdraws what is public, whatever the notes say; the next version of them decides anew.</summary>
public sealed class DecideOnDocument(DocumentPages documents, NotesStore notes, MessageSender messages)
{
    public const string Publish = "veroeffentlichen";
    public const string Withdraw = "zurueckziehen";

    public static string PathOf(string folder) => $"{OpenDocument.PathOf(folder)}/stand";

    [Function(nameof(DecideOnDocument))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OpenDocument.Route + "/stand")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        documents.ActAsync(request, folder, (post, place) => DecideAsync(post, place, cancellation), cancellation);

    async Task<StaffDone?> DecideAsync(StaffPost post, DocumentFolder place, CancellationToken cancellation)
    {
        var isDraft = post["entscheidung"] != Publish;
        if (!isDraft && place.NotBefore is { } first)
        {
            post.Problems.Add("inhalt",
                $"Der Termin ist noch nicht zu Ende. Veröffentlichen können Sie die Mitschrift ab {Berlin.Moment(first)}.");
            return null;
        }

        if (!await TryDecideAsync(place, post["fassung"].Split(' '), isDraft, cancellation))
        {
            post.Problems.Add("inhalt", "Die Mitschrift wurde inzwischen ersetzt. Bitte sehen Sie die neue an, und entscheiden Sie dann.");
            return null;
        }

        await messages.SendAsync(place.Place.Queue, place.Place.Id, cancellation: cancellation);
        return isDraft
            ? new(OpenDocument.PathOf(place.Folder), "Das Dokument wird zurückgezogen. Das dauert einige Sekunden.", "Dokument zurückgezogen",
                $"Ordner {place.Folder}")
            : new(OpenDocument.PathOf(place.Folder), "Das Dokument wird veröffentlicht. Das dauert einige Sekunden.", "Dokument veröffentlicht",
                $"Ordner {place.Folder}");
    }

    /// <returns>False if there are other notes than those that were seen.</returns>
    async Task<bool> TryDecideAsync(DocumentFolder place, string[] seen, bool isDraft, CancellationToken cancellation)
    {
        var files = (await notes.FindAsync(place.Folder, cancellation)).FindTexts(place.NotesName).ToList();
        if (files.Count == 0 || !files.TrueForAll(file => seen.Contains(file.ETag.ToString()))) return false;

        foreach (var file in files)
            if (!await notes.TryDecideAsync(place.Folder, file, isDraft, cancellation)) return false;
        return true;
    }
}
