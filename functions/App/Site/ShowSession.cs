using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site;

/// <summary>One session, with its registration form while somebody can register.</summary>
public sealed class ShowSession(ProgrammeQuery programme, SessionListings listings, PageRenderer pages)
{
    /// <summary>The host tries routes in no certain order, so that this one must not match the calendar's.</summary>
    [Function(nameof(ShowSession))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "termine/{id:regex(^[^.]+$)}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (SessionId.Parse(id) is not { } known || await programme.FindAsync(known, cancellation) is not { } session)
            return await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);

        var listing = await listings.OfAsync(session, cancellation);
        return await pages.ShowAsync(new SessionPageModel(listing,
            listing.IsRegistrable ? RegistrationFormModel.Empty(session.Id, listing.Availability) : null));
    }
}
