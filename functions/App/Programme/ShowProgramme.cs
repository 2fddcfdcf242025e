using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Programme;

/// <summary>The home page: what comes, and what was.</summary>
public sealed class ShowProgramme(ProgrammeQuery programme, SessionListings listings, PageRenderer pages)
{
    /// <summary>The worker cannot bind the route "/" itself; a nothing that may not be longer than nothing is the same address.</summary>
    [Function(nameof(ShowProgramme))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request, CancellationToken cancellation)
    {
        var sessions = await listings.OfAsync(await programme.AllAsync(cancellation), cancellation);
        return await pages.ShowAsync(ProgrammePageModel.Of(sessions));
    }
}
