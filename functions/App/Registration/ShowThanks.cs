using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>Where the form leads; says the same to everybody.</summary>
public sealed class ShowThanks(PageRenderer pages)
{
    static readonly Message Thanks = new("Vielen Dank",
        "Ihre Anmeldung ist angekommen. Ist Ihre Adresse für uns erreichbar, erhalten Sie in den nächsten Minuten eine E-Mail: ob Sie einen "
        + "Platz haben oder auf der Warteliste stehen, mit Kalendereintrag und persönlichem Link zum Ändern oder Absagen.",
        "Keine E-Mail bekommen? Sehen Sie bitte auch im Spam-Ordner nach. Adressen, die unsere E-Mails einmal als unzustellbar abgewiesen "
        + "haben, schreiben wir nicht mehr an: Nehmen Sie dann eine andere, oder schreiben Sie uns.");

    [Function(nameof(ShowThanks))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anmeldung/danke")] HttpRequest request) =>
        pages.ShowAsync(Thanks);
}
