using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>
/// The link of the confirmation mail: a page with a button, because programs that scan mails open links but press no buttons.
/// </summary>
public sealed class ConfirmSubscription(
    SubscriberStore subscribers, Suppression suppression, ConfirmedAddresses confirmed, LinkTokens tokens, IOptions<SiteOptions> site,
    PageRenderer pages, TimeProvider clock)
{
    const string Route = "newsletter/bestaetigen";

    static Message Confirmed(Language language) => Message.In(language,
        new("Vielen Dank, Sie stehen im Verteiler", "Thank you, you are on the list"),
        new("Ab jetzt laden wir Sie zum Praxisaustausch ein. Abbestellen können Sie den Newsletter jederzeit über den Link am Ende jeder "
            + "Aussendung.",
            "From now on we will invite you to the Praxisaustausch. You can unsubscribe at any time using the link at the end of every mailing."));

    static Message Unreachable(Language language) => Message.In(language,
        new("Sie stehen im Verteiler, aber wir erreichen Sie nicht", "You are on the list, but we cannot reach you"),
        new("An Ihre Adresse können wir zurzeit keine E-Mails senden: Sie hat unsere letzten als unzustellbar abgewiesen. Einladungen bekommen "
            + "Sie deshalb noch nicht. Bitte schreiben Sie uns, wenn das Postfach wieder erreichbar ist.",
            "At the moment we cannot send e-mails to your address: it rejected our last ones as undeliverable. So you will not receive "
            + "invitations yet. Please write to us when the mailbox can be reached again."));

    [Function(nameof(ShowConfirmation))]
    public async Task<IResult> ShowConfirmation([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)]
    HttpRequest request, CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ShowEnglishConfirmation))]
    public Task<IResult> ShowEnglishConfirmation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + Route)] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        return await FindAsync(request, cancellation) switch
        {
            { Request: { } asked } => await AskAsync(PageOf(request, asked)),
            { State: SubscriberState.Active } => await speaking.ShowAsync(Confirmed(speaking.Language)),
            _ => await speaking.ShowAsync(Message.LinkUnusable(speaking.Language), StatusCodes.Status404NotFound),
        };
    }

    /// <summary>In the language of the wording.</summary>
    Task<IResult> AskAsync(ConfirmModel page, int status = StatusCodes.Status200OK) => pages.In(page.Language).ShowAsync(page, status);

    /// <summary>
    /// A button that agreed to another text or choice than the present one (somebody signed up again, or a new version went live between
    /// page and button) confirms nothing; the page is shown again.
    /// </summary>
    [Function(nameof(ConfirmSubscription))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation) =>
        await ConfirmAsync(request, cancellation);

    [Function(nameof(ConfirmEnglishSubscription))]
    public Task<IResult> ConfirmEnglishSubscription(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/" + Route)] HttpRequest request, CancellationToken cancellation) =>
        ConfirmAsync(request, cancellation);

    async Task<IResult> ConfirmAsync(HttpRequest request, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        var found = await FindAsync(request, cancellation);
        if (found is null or { Request: null, State: not SubscriberState.Active })
            return await speaking.ShowAsync(Message.LinkUnusable(speaking.Language), StatusCodes.Status404NotFound);
        if (found.Request is not { } asked) return await speaking.ShowAsync(Confirmed(speaking.Language));

        var shown = PageOf(request, asked);
        var (body, _) = await FormBody.ReadAsync(request, cancellation);
        if (body?["shown"] != shown.Shown) return await AskAsync(shown, StatusCodes.Status409Conflict);

        await suppression.AllowMailingListAsync(found.Email, cancellation);
        await confirmed.AddAsync(found.Email, cancellation);
        await subscribers.ConfirmAsync(found.Key,
            asked => PageOf(request, asked).Shown == shown.Shown ? Consent.Of(asked, site.Value, clock.GetUtcNow()) : null,
            cancellation);
        return await speaking.ShowAsync(await suppression.IsSuppressedAsync(found.Email, SuppressionScope.Everything, cancellation)
            ? Unreachable(speaking.Language) : Confirmed(speaking.Language));
    }

    ConfirmModel PageOf(HttpRequest request, SubscriptionRequest asked) => ConfirmModel.Of(
        ConsentWording.Of(asked.Wording).Language.PathOf($"/{Route}{request.QueryString}"), asked, site.Value);

    async Task<Subscriber?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        tokens.Verify(LinkPurpose.ConfirmSubscription, request.Query["t"]) is { } key ? await subscribers.FindAsync(key, cancellation)
            : null;
}
