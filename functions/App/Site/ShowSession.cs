using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site;

/// <summary>Serves the page of a session, with its registration form while registration is possible.</summary>
public sealed class ShowSession(
    ProgrammeQuery programme, SessionListings listings, PageRenderer pages, IOptions<RegistrationOptions> registration,
    TimeProvider clock)
{
    /// <summary>The host tries routes in no defined order, so this route must not match the address of the calendar file.</summary>
    [Function(nameof(ShowSession))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "termine/{id:regex(^[^.]+$)}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        await ShowAsync(request, id, cancellation);

    [Function(nameof(ShowEnglishSession))]
    public Task<IResult> ShowEnglishSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/termine/{id:regex(^[^.]+$)}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        ShowAsync(request, id, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        if (SessionId.Parse(id) is not { } known || await programme.FindAsync(known, cancellation) is not { } session)
            return await speaking.ShowAsync(Message.NotFoundIn(speaking.Language), StatusCodes.Status404NotFound);

        var listing = await listings.OfAsync(session, cancellation);
        EmptyForm.MayBeGoneBackTo(request.HttpContext.Response);
        var form = listing.IsRegistrable
            ? RegistrationFormModel.Of(session, listing.Vacancy, RegistrationFields.Empty, FieldProblems.None, registration.Value,
                clock.GetUtcNow())
            : null;
        return await speaking.ShowAsync(new SessionPageModel(listing, form));
    }
}
