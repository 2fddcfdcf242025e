using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>A year's volume, out of the private container.</summary>
public sealed class DownloadYearVolume(PublicationStore volumes, PageRenderer pages)
{
    [Function(nameof(DownloadYearVolume))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/{year:regex(^20[0-9][0-9]$)}/" + VolumePlan.Name + ".pdf")] HttpRequest request,
        string year, CancellationToken cancellation)
    {
        var path = VolumePlan.PathOf(int.Parse(year, CultureInfo.InvariantCulture));
        var (_, file) = await volumes.OpenAsync(path, path.Pdf, cancellation);
        return file?.ServeTo(request, $"Praxisaustausch-Jahresdokumentation-{year}.pdf") ?? await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
    }
}
