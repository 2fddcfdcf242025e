using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.GoodPractice;

/// <summary>The report as a page, with its pictures and its PDF.</summary>
public sealed class ShowGoodPractice(PublicationStore store, PageRenderer pages)
{
    [Function(nameof(ShowGoodPractice))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportEditor.Folder)] HttpRequest request, CancellationToken cancellation)
    {
        var (edition, page) = await store.OpenAsync(DocumentPath.GoodPractice, DocumentPath.GoodPractice.Page, cancellation);
        return page is null ? await AbsentAsync() : await pages.ShowAsync(new GoodPracticePageModel(edition!, await page.ReadTextAsync(cancellation)));
    }

    [Function("DownloadGoodPractice")]
    public Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportEditor.Folder + ".pdf")] HttpRequest request, CancellationToken cancellation) =>
        ServeAsync(request, DocumentPath.GoodPractice.Pdf, "Praxisaustausch-Good-Practice.pdf", cancellation);

    [Function("DownloadGoodPracticePicture")]
    public Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ReportEditor.Folder + "/bilder/{*name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        ServeAsync(request, version => DocumentPath.GoodPractice.Picture(version, name), null, cancellation);

    async Task<IResult> ServeAsync(HttpRequest request, Func<string, string> nameIn, string? saveAs, CancellationToken cancellation)
    {
        var (_, file) = await store.OpenAsync(DocumentPath.GoodPractice, nameIn, cancellation);
        return file?.ServeTo(request, saveAs) ?? await AbsentAsync();
    }

    Task<IResult> AbsentAsync() => pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
