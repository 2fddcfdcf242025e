using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>Where the form leads; says the same to everybody.</summary>
public sealed class ShowThanks(PageRenderer pages)
{
    static readonly Message Thanks = new("Vielen Dank",
        "Ihre Anmeldung ist angekommen. Alles Weitere steht in der E-Mail, die Sie in den nächsten Minuten erhalten: ob Sie einen Platz "
        + "haben oder auf der Warteliste stehen, der Kalendereintrag und ein persönlicher Link zum Ändern oder Absagen.",
        "Keine E-Mail bekommen? Sehen Sie bitte auch im Spam-Ordner nach, oder schreiben Sie uns.");

    [Function(nameof(ShowThanks))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anmeldung/danke")] HttpRequest request) =>
        pages.ShowAsync(Thanks);
}
