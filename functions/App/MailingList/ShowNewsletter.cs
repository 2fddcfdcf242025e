using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>The sign-up page, and the page after it.</summary>
public sealed class ShowNewsletter(TopicsToCome topics, PageRenderer pages, IOptions<MailingListOptions> options)
{
    public const string Path = "/newsletter";
    public const string ThanksPath = "/newsletter/danke";

    [Function(nameof(ShowNewsletter))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter")] HttpRequest request, CancellationToken cancellation)
    {
        FormPage.MayBeGoneBackTo(request.HttpContext.Response);
        var toChoose = await topics.AllAsync(cancellation);
        return await pages.ShowAsync(new NewsletterModel(SubscriptionFields.Empty, FieldProblems.None, toChoose));
    }

    [Function(nameof(ShowNewsletterThanks))]
    public Task<IResult> ShowNewsletterThanks([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter/danke")]
    HttpRequest request) =>
        pages.ShowAsync(new Message("Fast geschafft: Bitte schauen Sie in Ihr Postfach",
            "Ist Ihre Adresse für uns erreichbar, erhalten Sie in den nächsten Minuten eine E-Mail. Öffnen Sie den Link darin und willigen "
            + "Sie dort ein, dass wir Ihnen den Newsletter schicken. "
            + $"Jeder Adresse schicken wir höchstens {options.Value.MailsPerAddressAndDay} solche E-Mails am Tag.",
            "Keine E-Mail angekommen? Sehen Sie bitte auch im Spam-Ordner nach. Adressen, die unsere E-Mails einmal als unzustellbar "
            + "abgewiesen haben, schreiben wir nicht mehr an: Nehmen Sie dann eine andere, oder schreiben Sie uns. Ohne Bestätigung löschen "
            + $"wir Ihre Angaben nach {options.Value.ConfirmationDays} Tagen von selbst."));
}
