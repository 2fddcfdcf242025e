using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The PDF and the pictures, out of the private container.</summary>
public sealed class DownloadDocumentation(DocumentationStore store, PageRenderer pages)
{
    [Function("DownloadPdf")]
    public async Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokumentation/{id:regex(^20[^.]*$)}.pdf")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var entry = await FindAsync(id, cancellation);
        return entry?.Edition is not null && await store.OpenPdfAsync(entry.Id, cancellation) is { } file
            ? file.ServeTo(request, $"Praxisaustausch-{entry.Id}.pdf")
            : await pages.ShowAbsentAsync(entry);
    }

    [Function("DownloadPicture")]
    public async Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokumentation/{id:regex(^20[^.]*$)}/bilder/{*name}")] HttpRequest request, string id, string name, CancellationToken cancellation)
    {
        var entry = await FindAsync(id, cancellation);
        return entry?.Edition is { } edition && await store.OpenPictureAsync(entry.Id, edition.Version, name, cancellation) is { } file
            ? file.ServeTo(request, null)
            : await pages.ShowAbsentAsync(entry);
    }

    async Task<DocumentationEntry?> FindAsync(string id, CancellationToken cancellation) =>
        SessionId.Parse(id) is { } known ? await store.FindAsync(known, cancellation) : null;
}
