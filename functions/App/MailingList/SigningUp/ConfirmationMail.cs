using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>
/// Asks an address whether it wants the newsletter. It carries no advertising and nothing that a stranger could have typed.
/// </summary>
sealed class ConfirmationMail(SubscriberStore subscribers, LinkTokens tokens, PageRenderer pages, IOptions<SiteOptions> site,
    IOptions<MailingListOptions> options) : IMailComposer
{
    public const string KindName = "subscription-confirmation";

    public string Kind => KindName;

    public bool IsCausedByAnybody => true;

    public string CalledByStaff => "Newsletter-Bestätigung";

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (await subscribers.FindAsync(delivery.Recipient, cancellation) is not { Request: { } request } subscriber) return null;

        var expires = request.AskedAt.AddDays(options.Value.ConfirmationDays);
        var language = ConsentWording.Of(request.Wording).Language;
        var link = site.Value.Link(language.PathOf(
            "/newsletter/bestaetigen?t=" + tokens.Create(LinkPurpose.ConfirmSubscription, subscriber.Key, expires)));
        var html = await pages.In(language).RenderAsync(new ConfirmationMailModel(link, expires));
        return new(subscriber.Email, null, language.Say(
            "Bitte bestätigen: Newsletter des ThAFF Praxisaustauschs", "Please confirm: ThAFF Praxisaustausch newsletter"), html);
    }
}
