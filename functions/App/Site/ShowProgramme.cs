using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>Serves the home page with future and past sessions.</summary>
public sealed class ShowProgramme(ProgrammeQuery programme, SessionListings listings, PageRenderer pages)
{
    /// <summary>The worker does not bind the route "/". An optional parameter of length 0 matches the same address.</summary>
    [Function(nameof(ShowProgramme))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ShowEnglishProgramme))]
    public Task<IResult> ShowEnglishProgramme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en")] HttpRequest request, CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        var sessions = await listings.OfAsync(await programme.AllAsync(cancellation), cancellation);
        return await pages.For(request).ShowAsync(ProgrammePageModel.Of(sessions));
    }
}
