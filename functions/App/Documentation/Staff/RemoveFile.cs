using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>Deletes a file that was handed in; what is public is withdrawn first.</summary>
public sealed class RemoveFile(DocumentPages documents, NotesStore notes)
{
    public static string PathOf(string folder) => $"{OpenDocument.PathOf(folder)}/loeschen";

    [Function(nameof(RemoveFile))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OpenDocument.Route + "/loeschen")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        documents.ActAsync(request, folder, (post, place) => RemoveAsync(post, place, cancellation), cancellation);

    async Task<StaffDone?> RemoveAsync(StaffPost post, DocumentFolder place, CancellationToken cancellation)
    {
        var file = (await notes.FindAsync(place.Folder, cancellation)).Files.FirstOrDefault(file => file.Name == post["datei"]);
        if (file is null) post.Problems.Add("inhalt", "Diese Datei gibt es nicht mehr.");
        else if ((await documents.PageAsync(post.Frame, place, post.Problems, cancellation)).IsPublic(file))
            post.Problems.Add("inhalt", $"„{file.Name}“ gehört zu dem, was veröffentlicht ist. Bitte ziehen Sie das Dokument erst zurück.");
        else if (file.ETag != new ETag(post["fassung"]) || !await notes.TryDeleteAsync(place.Folder, file, cancellation))
            post.Problems.Add("inhalt", $"„{file.Name}“ wurde inzwischen ersetzt. Bitte sehen Sie die neue Datei an, und entscheiden Sie dann.");
        return post.Problems.Any ? null : new(OpenDocument.PathOf(place.Folder), "Die Datei ist gelöscht.", "Datei gelöscht", $"Ordner {place.Folder}");
    }
}
