using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Guide;

/// <summary>
/// <c>/redaktion/anleitung</c>: what staff do in a month, and what the files look like that they upload; each chapter has a page.
/// </summary>
public sealed class ShowGuide(GuideChapters guide, StaffArea staff)
{
    const string Route = "redaktion/anleitung";
    public const string Path = "/" + Route;

    static readonly Message NoChapter = new("Dieses Kapitel gibt es nicht", "Die Anleitung hat andere Kapitel. Hier geht es weiter:");

    [Function(nameof(ShowGuide))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        ShowAsync(request, guide.All[0]);

    [Function(nameof(ShowGuideChapter))]
    public async Task<IResult> ShowGuideChapter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{chapter}")] HttpRequest request, string chapter) =>
        guide.All.FirstOrDefault(known => known.Name == chapter) is { } found
            ? await ShowAsync(request, found) : await staff.ShowMissingAsync(request, NoChapter);

    Task<IResult> ShowAsync(HttpRequest request, GuideChapter chapter) =>
        staff.ShowAsync(new GuideModel(staff.FrameOf(request), chapter, guide.All));
}
