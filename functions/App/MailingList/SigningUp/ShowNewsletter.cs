using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>The sign-up page, and the page after it.</summary>
public sealed class ShowNewsletter(TopicsToCome topics, PageRenderer pages, IOptions<MailingListOptions> options)
{
    public const string Path = "/newsletter";
    public const string ThanksPath = "/newsletter/danke";

    [Function(nameof(ShowNewsletter))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter")] HttpRequest request,
        CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ShowEnglishNewsletter))]
    public Task<IResult> ShowEnglishNewsletter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/newsletter")] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        EmptyForm.MayBeGoneBackTo(request.HttpContext.Response);
        var toChoose = await topics.AllAsync(cancellation);
        return await pages.For(request).ShowAsync(new NewsletterModel(SubscriptionFields.Empty, FieldProblems.None, toChoose));
    }

    [Function(nameof(ShowNewsletterThanks))]
    public Task<IResult> ShowNewsletterThanks([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "newsletter/danke")]
    HttpRequest request) =>
        ThankAsync(request);

    [Function(nameof(ShowEnglishNewsletterThanks))]
    public Task<IResult> ShowEnglishNewsletterThanks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/newsletter/danke")] HttpRequest request) =>
        ThankAsync(request);

    Task<IResult> ThankAsync(HttpRequest request)
    {
        var speaking = pages.For(request);
        return speaking.ShowAsync(Message.In(speaking.Language,
            new("Fast geschafft: Sehen Sie in Ihr Postfach", "Almost done: please check your mailbox"),
            new("Ist Ihre Adresse für uns erreichbar, erhalten Sie in den nächsten Minuten eine E-Mail. Öffnen Sie den Link darin und willigen "
                + "Sie dort ein, dass wir Ihnen den Newsletter schicken. "
                + $"Jeder Adresse schicken wir höchstens {options.Value.MailsPerAddressAndDay} solche E-Mails am Tag.",
                "If we can reach your address, you will receive an e-mail within the next few minutes. Open the link in it and consent there to "
                + $"our sending you the newsletter. We send at most {options.Value.MailsPerAddressAndDay} such e-mails a day to an address."),
            new("Keine E-Mail bekommen? Sehen Sie bitte auch im Spam-Ordner nach. Adressen, die unsere E-Mails einmal als unzustellbar "
                + "abgewiesen haben, schreiben wir nicht mehr an: Nehmen Sie dann eine andere, oder schreiben Sie uns. Ohne Bestätigung löschen "
                + $"wir Ihre Angaben nach {options.Value.ConfirmationDays} Tagen von selbst.",
                "No e-mail? Please check your spam folder, too. We no longer write to addresses that have rejected our e-mails as "
                + "undeliverable: in that case please use another one, or write to us. Without confirmation we will delete your details "
                + $"automatically after {options.Value.ConfirmationDays} days.")));
    }
}
