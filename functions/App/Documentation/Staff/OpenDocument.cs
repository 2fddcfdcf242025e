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

    /// <summary>For an address of a folder that nothing is made of.</summary>
    public static readonly Message NoFolder = new("Dieses Dokument gibt es nicht",
        "Dokumente haben die Termine des Programms, die Jahre und der Good-Practice-Bericht. Hier geht es weiter:");

    static readonly Message NoDraft = new("Davon gibt es keine Vorschau", "Zurzeit liegt hier keine Mitschrift, die gelesen werden kann, "
        + "oder sie ist schon veröffentlicht. Hier geht es weiter:");

    static readonly Message NoFile = new("Diese Datei gibt es nicht (mehr)",
        "Vielleicht wurde sie inzwischen gelöscht oder unter einem anderen Namen ersetzt. Hier geht es weiter:");

    public static string PathOf(string folder) => $"{ListDocuments.Path}/{folder}";

    /// <param name="name">The path of a file in container notes; one that belongs to no document leads to the list.</param>
    public static string PathOfFile(string name) =>
        PublicationTarget.Of(name) is null ? ListDocuments.Path : PathOf(name[..name.IndexOf('/', StringComparison.Ordinal)]);

    [Function(nameof(OpenDocument))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string folder, CancellationToken cancellation)
    {
        if (await documents.FindAsync(folder, cancellation) is not { } place)
            return await staff.ShowMissingAsync(request, NoFolder);

        SecurityHeaders.LetOwnScriptRun(request.HttpContext.Response.Headers);
        return await staff.ShowAsync(await documents.PageAsync(staff.FrameOf(request), place, FieldProblems.None, cancellation));
    }

    /// <summary>The page that the notes make, read now.</summary>
    [Function(nameof(ShowDraft))]
    public async Task<IResult> ShowDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/seite")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place
            && await documents.ReadAsync(place, cancellation) is var (title, content)
            ? await staff.ShowAsync(new DraftModel(
                staff.FrameOf(request), folder, title, ContentHtml.Of(PathOf(folder), content)))
            : await MissingAsync(request, folder, NoDraft, cancellation);

    /// <summary>A picture of that page.</summary>
    [Function(nameof(ShowDraftPicture))]
    public async Task<IResult> ShowDraftPicture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/bilder/{*name}")] HttpRequest request, string folder,
        string name, CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place && await documents.ReadAsync(place, cancellation) is (_, var content)
            && content.Pictures.FirstOrDefault(picture => picture.Name == name) is { } found
            ? Results.Bytes(found.Bytes, found.MediaType)
            : await MissingAsync(request, folder, NoFile, cancellation);

    [Function(nameof(ShowDraftPdf))]
    public async Task<IResult> ShowDraftPdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/vorschau.pdf")] HttpRequest request, string folder,
        CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is { } place && await previews.OpenAsync(place.Document, cancellation) is { } pdf
            ? pdf.ServeTo(request, $"Vorschau-{folder}.pdf")
            : await MissingAsync(request, folder, NoDraft, cancellation);

    /// <summary>A file as it was handed in. A browser saves it and never shows it: it can be anything.</summary>
    [Function(nameof(FetchFile))]
    public async Task<IResult> FetchFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/dateien/{*name}")] HttpRequest request, string folder,
        string name, CancellationToken cancellation) =>
        await documents.FindAsync(folder, cancellation) is not null
            && (await notes.FindAsync(folder, cancellation)).Files.Any(file => file.Name == name) // no other path
            && await notes.OpenAsync(folder, name, cancellation) is { } file
            ? Results.Stream(file.Content, "application/octet-stream", System.IO.Path.GetFileName(name))
            : await MissingAsync(request, folder, NoFile, cancellation);

    /// <summary>The document is nearest, if there is one.</summary>
    async Task<IResult> MissingAsync(HttpRequest request, string folder, Message what, CancellationToken cancellation) =>
        await staff.ShowMissingAsync(request, await documents.FindAsync(folder, cancellation) is { } place
            ? what with { Links = [(PathOf(folder), place.Title)] } : NoFolder);
}
