using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>
/// The link of the confirmation mail: a page with a button, because programs that scan mails open links but press no buttons.
/// </summary>
public sealed class ConfirmSubscription(
    SubscriberStore subscribers, Suppression suppression, ProvenAddresses proven, LinkTokens tokens, IOptions<SiteOptions> site,
    PageRenderer pages, TimeProvider clock)
{
    const string Route = "newsletter/bestaetigen";

    static readonly Message Confirmed = new("Vielen Dank, Sie stehen im Verteiler",
        "Ab jetzt laden wir Sie zum Praxisaustausch ein. Abbestellen können Sie den Newsletter jederzeit über den Link am Ende jeder "
        + "Aussendung.");

    static readonly Message Unreachable = new("Sie stehen im Verteiler, aber wir erreichen Sie nicht",
        "An Ihre Adresse können wir zurzeit keine E-Mails senden: Sie hat unsere letzten als unzustellbar abgewiesen. Einladungen bekommen "
        + "Sie deshalb noch nicht. Bitte schreiben Sie uns, wenn das Postfach wieder erreichbar ist.");

    [Function(nameof(ShowConfirmation))]
    public async Task<IResult> ShowConfirmation([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)]
    HttpRequest request, CancellationToken cancellation) =>
        await FindAsync(request, cancellation) switch
        {
            { Request: { } asked } => await pages.ShowAsync(PageOf(request, asked)),
            { State: SubscriberState.Active } => await pages.ShowAsync(Confirmed),
            _ => await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound),
        };

    /// <summary>
    /// A button that agreed to another text or choice than the present one (somebody signed up again, or a new version went live between
    /// page and button) confirms nothing; the page is shown again.
    /// </summary>
    [Function(nameof(ConfirmSubscription))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var found = await FindAsync(request, cancellation);
        if (found is null or { Request: null, State: not SubscriberState.Active })
            return await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound);
        if (found.Request is not { } asked) return await pages.ShowAsync(Confirmed);

        var shown = PageOf(request, asked);
        var (body, _) = await FormBody.ReadAsync(request, cancellation);
        if (body?["shown"] != shown.Shown) return await pages.ShowAsync(shown, StatusCodes.Status409Conflict);

        await suppression.AllowMailingListAsync(found.Email, cancellation);
        await proven.AddAsync(found.Email, cancellation);
        await subscribers.ConfirmAsync(found.Key,
            asked => PageOf(request, asked).Shown == shown.Shown ? Consent.Of(asked, site.Value, clock.GetUtcNow()) : null,
            cancellation);
        return await pages.ShowAsync(
            await suppression.IsSuppressedAsync(found.Email, SuppressionScope.Everything, cancellation) ? Unreachable : Confirmed);
    }

    ConfirmModel PageOf(HttpRequest request, SubscriptionRequest asked) => ConfirmModel.Of($"/{Route}{request.QueryString}", asked, site.Value);

    async Task<Subscriber?> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        tokens.Verify(LinkPurpose.ConfirmSubscription, request.Query["t"]) is { } key ? await subscribers.FindAsync(key, cancellation)
            : null;
}
