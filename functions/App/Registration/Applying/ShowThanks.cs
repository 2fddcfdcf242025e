using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Applying;

/// <summary>Where the form leads; says the same to everybody.</summary>
public sealed class ShowThanks(ProgrammeQuery programme, PageRenderer pages)
{
    [Function(nameof(ShowThanks))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anmeldung/danke")] HttpRequest request,
        CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ShowEnglishThanks))]
    public Task<IResult> ShowEnglishThanks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/anmeldung/danke")] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        var session = SessionId.Parse(request.Query["termin"]) is { } id ? await programme.FindAsync(id, cancellation) : null;
        return await pages.For(request).ShowAsync(new ThanksModel(
            session, request.Query["plaetze"].ToString(), request.Query["newsletter"] == "ja",
            int.TryParse(request.Query["personen"], out var persons) && persons is > 1 and <= Colleague.MaxPersons ? persons : 1)
        {
            Address = ThanksModel.Path + request.QueryString,
        });
    }
}
