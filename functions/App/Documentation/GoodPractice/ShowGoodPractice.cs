using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>Serves the report: its page, its PDF and its pictures.</summary>
public sealed class ShowGoodPractice(PublishedAnswers answers)
{
    const string Route = ReportEditor.Folder;

    static readonly Message NotPublic = new("Kein Good-Practice-Bericht",
        "Wie Betriebe internationale Fachkräfte gewonnen und gehalten haben, fasst ein Bericht zusammen. Zurzeit ist keiner veröffentlicht.")
    {
        Links = [("/dokumentation", "Dokumentation der vergangenen Termine"), ("/", "Zum Programm")],
    };

    [Function(nameof(ShowGoodPractice))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        answers.PageAsync(ReportEditor.Path, (entry, content) => new GoodPracticePageModel(entry.Edition!, content), cancellation,
            NotPublic);

    [Function("DownloadGoodPractice")]
    public Task<IResult> Pdf(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".pdf")] HttpRequest request,
        CancellationToken cancellation) =>
        answers.PdfAsync(request, ReportEditor.Path, "Praxisaustausch-Good-Practice.pdf", cancellation);

    [Function("DownloadGoodPracticePicture")]
    public Task<IResult> Picture(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/bilder/{*name}")] HttpRequest request,
        string name,
        CancellationToken cancellation) =>
        answers.PictureAsync(request, ReportEditor.Path, name, cancellation);
}
