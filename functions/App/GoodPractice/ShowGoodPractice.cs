using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.GoodPractice;

/// <summary>The report as a page, with its pictures and its PDF.</summary>
public sealed class ShowGoodPractice(PublicationStore store, PageRenderer pages)
{
    /// <summary>An edition can be replaced between looking into its entry and fetching its page; hardly ever twice.</summary>
    const int Attempts = 3;

    [Function(nameof(ShowGoodPractice))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportEditor.Folder)] HttpRequest request, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await EditionAsync(cancellation) is not { } edition) return await AbsentAsync();
            if (await store.ReadPageAsync(DocumentPath.GoodPractice, edition.Version, cancellation) is { } content)
                return await pages.ShowAsync(new GoodPracticePageModel(edition, content));
        }

        throw new InvalidOperationException("The page of the Good Practice report is missing.");
    }

    [Function("DownloadGoodPractice")]
    public async Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportEditor.Folder + ".pdf")] HttpRequest request, CancellationToken cancellation) =>
        await EditionAsync(cancellation) is not null && await store.OpenPdfAsync(DocumentPath.GoodPractice, cancellation) is { } file
            ? file.ServeTo(request, "Praxisaustausch-Good-Practice.pdf")
            : await AbsentAsync();

    [Function("DownloadGoodPracticePicture")]
    public async Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportEditor.Folder + "/bilder/{*name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        await EditionAsync(cancellation) is { } edition && await store.OpenPictureAsync(DocumentPath.GoodPractice, edition.Version, name, cancellation) is { } file
            ? file.ServeTo(request, null)
            : await AbsentAsync();

    async Task<PublishedEdition?> EditionAsync(CancellationToken cancellation) => (await store.FindAsync(DocumentPath.GoodPractice, cancellation))?.Edition;

    Task<IResult> AbsentAsync() => pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
