using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary><c>/redaktion/dokumentation/{folder}</c>: one document, its files, and what it looks like before it is public.</summary>
public sealed class OpenDocument(DocumentPages documents, NotesStore notes, PreviewStore previews, StaffArea staff)
{
    internal const string Route = ListDocuments.Route + "/{folder}";

    public static string PathOf(string folder) => $"{ListDocuments.Path}/{folder}";

    [Function(nameof(OpenDocument))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string folder, CancellationToken cancellation)
    {
        if (await documents.FindAsync(folder, cancellation) is not { } place) return await UnknownAsync();

        SecurityHeaders.LetOwnScriptRun(request.HttpContext.Response.Headers);
        return await staff.ShowAsync(await documents.PageAsync(staff.FrameOf(request), place, FieldProblems.None, cancellation));
    }

    /// <summary>The page that the notes make, read now.</summary>
    [Function(nameof(ShowDraft))]
    public async Task<IResult> ShowDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/seite")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place && await documents.ReadAsync(place, cancellation) is { } content
            ? await staff.ShowAsync(new DraftModel(
                staff.FrameOf(request), folder, place.Title, ContentHtml.Of(PathOf(folder), content)))
            : await UnknownAsync();

    /// <summary>A picture of that page.</summary>
    [Function(nameof(ShowDraftPicture))]
    public async Task<IResult> ShowDraftPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/bilder/{*name}")] HttpRequest request, string folder,
        string name, CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place && await documents.ReadAsync(place, cancellation) is { } content
            && content.Pictures.FirstOrDefault(picture => picture.Name == name) is { } found
            ? Results.Bytes(found.Bytes, found.MediaType)
            : await UnknownAsync();

    [Function(nameof(ShowDraftPdf))]
    public async Task<IResult> ShowDraftPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/vorschau.pdf")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place && await previews.OpenAsync(place.Document, cancellation) is { } pdf
            ? pdf.ServeTo(request, $"Vorschau-{folder}.pdf")
            : await UnknownAsync();

    /// <summary>A file as it was handed in. A browser saves it and never shows it: it can be anything.</summary>
    [Function(nameof(FetchFile))]
    public async Task<IResult> FetchFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/dateien/{*name}")] HttpRequest request, string folder,
        string name, CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is not null
            && (await notes.FindAsync(folder, cancellation)).Files.Any(file => file.Name == name) // no other path
            && await notes.OpenAsync(folder, name, cancellation) is { } file
            ? Results.Stream(file.Content, "application/octet-stream", System.IO.Path.GetFileName(name))
            : await UnknownAsync();

    Task<IResult> UnknownAsync() => staff.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
