using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation;

/// <summary>The PDF and the pictures, out of the private container.</summary>
public sealed class DownloadDocumentation(DocumentationStore store, PageRenderer pages)
{
    [Function("DownloadPdf")]
    public Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/{id:regex(^20[^.]*$)}.pdf")] HttpRequest request, string id, CancellationToken cancellation) =>
        ServeAsync(request, id, (path, version) => path.Pdf(version), $"Praxisaustausch-{id}.pdf", cancellation);

    [Function("DownloadPicture")]
    public Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/{id:regex(^20[^.]*$)}/bilder/{*name}")] HttpRequest request, string id, string name, CancellationToken cancellation) =>
        ServeAsync(request, id, (path, version) => path.Picture(version, name), null, cancellation);

    async Task<IResult> ServeAsync(HttpRequest request, string id, Func<DocumentPath, string, string> nameIn, string? saveAs, CancellationToken cancellation)
    {
        if (SessionId.Parse(id) is not { } known) return await pages.ShowAbsentAsync(null);

        var (entry, file) = await store.OpenAsync(known, nameIn, cancellation);
        return file?.ServeTo(request, saveAs) ?? await pages.ShowAbsentAsync(entry);
    }
}
