using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>The sign-up page, and the page after it.</summary>
public sealed class ShowNewsletter(PageRenderer pages)
{
    public const string ThanksPath = "/newsletter/danke";

    [Function(nameof(ShowNewsletter))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter")] HttpRequest request) =>
        pages.ShowAsync(new NewsletterModel(SubscriptionFields.Empty, FieldProblems.None));

    [Function(nameof(ShowNewsletterThanks))]
    public Task<IResult> ShowNewsletterThanks([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter/danke")]
    HttpRequest request) =>
        pages.ShowAsync(new Message("Fast geschafft: Bitte schauen Sie in Ihr Postfach",
            "Wir haben Ihnen eine E-Mail geschickt. Öffnen Sie den Link darin und bestätigen Sie dort, dass Sie den Newsletter erhalten "
            + "möchten.",
            "Keine E-Mail angekommen? Sehen Sie bitte auch im Spam-Ordner nach. Ohne Bestätigung löschen wir Ihre Angaben von selbst."));
}
