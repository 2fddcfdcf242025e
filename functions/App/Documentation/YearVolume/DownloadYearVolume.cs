using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Publishing;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Serves the PDF of a year's volume.</summary>
public sealed class DownloadYearVolume(PublishedAnswers answers)
{
    const string Route = "dokumentation/{year:regex(^20[0-9][0-9]$)}/" + VolumePlan.Name + ".pdf";

    [Function(nameof(DownloadYearVolume))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string year,
        CancellationToken cancellation)
    {
        var path = VolumePlan.PathOf(int.Parse(year, CultureInfo.InvariantCulture));
        return answers.PdfAsync(request, path, $"Praxisaustausch-Jahresdokumentation-{year}.pdf", cancellation);
    }
}
