using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>Deletes a file that was handed in; without notes the document is withdrawn.</summary>
public sealed class RemoveFile(DocumentPages documents, NotesStore notes, StaffArea staff)
{
    public static string PathOf(string folder) => $"{OpenDocument.PathOf(folder)}/loeschen";

    [Function(nameof(RemoveFile))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OpenDocument.Route + "/loeschen")] HttpRequest request, string folder,
        CancellationToken cancellation)
    {
        if (await documents.FindAsync(folder, cancellation) is not { } place)
            return await staff.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);

        return await staff.ActAsync<DocumentPage>(request, post => RemoveAsync(post, place, cancellation),
            async post => await documents.PageAsync(post.Frame, place, post.Problems, cancellation), cancellation);
    }

    async Task<StaffDone?> RemoveAsync(StaffPost post, HandedIn place, CancellationToken cancellation)
    {
        var file = (await notes.FindAsync(place.Folder, cancellation)).Files.FirstOrDefault(file => file.Name == post["datei"]);
        if (file is null)
        {
            post.Problems.Add("inhalt", "Diese Datei gibt es nicht mehr.");
            return null;
        }

        try
        {
            await notes.DeleteAsync(place.Folder, file.Name, cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            post.Problems.Add("inhalt", HandInFiles.MayNot);
            return null;
        }

        return new(OpenDocument.PathOf(place.Folder), "Die Datei ist gelöscht.", "Datei gelöscht", $"Ordner {place.Folder}");
    }
}
