using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Pages;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Serves the documentation of a session: its page, its PDF, its pictures and its material.</summary>
public sealed class ShowDocumentation(PublishedAnswers answers)
{
    /// <summary>The host tries routes in no defined order. Without dots, the route of the page cannot match the address of a PDF.</summary>
    const string Route = "dokumentation/{id:regex(^20[^.]*$)}";

    [Function(nameof(ShowDocumentation))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        answers.PageAsync(PathOf(id), (entry, html) => new DocumentationPageModel(PublishedDocumentation.Of(entry), html), cancellation);

    [Function("DownloadPdf")]
    public Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".pdf")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        answers.PdfAsync(request, PathOf(id), $"Praxisaustausch-{id}.pdf", cancellation);

    [Function("DownloadPicture")]
    public Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/bilder/{*name}")] HttpRequest request,
        string id,
        string name,
        CancellationToken cancellation) =>
        answers.PictureAsync(request, PathOf(id), name, cancellation);

    [Function("DownloadMaterial")]
    public Task<IResult> Material(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/material/{*name}")] HttpRequest request,
        string id,
        string name,
        CancellationToken cancellation) =>
        answers.MaterialAsync(request, PathOf(id), name, cancellation);

    static DocumentPath? PathOf(string id) => SessionId.Parse(id) is { } known ? DocumentPath.Of(known) : null;
}
