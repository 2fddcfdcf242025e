using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>
/// The personal link of every mail to subscribers: what they want to hear of, or leave. It came to the address itself, so what is chosen
/// counts at once. The page names nobody: links are passed on.
/// </summary>
public sealed class ChooseFromNewsletter(
    SubscriberStore subscribers, TopicsToCome topicsToCome, SettingsLink link, LeaveLink leaving, PageRenderer pages)
{
    const string Route = "newsletter/einstellungen";
    const string Saved = "gespeichert";

    static Message NotOnTheList(Language language) => Message.In(language,
        new("Sie stehen nicht im Verteiler", "You are not on the list"),
        new("Sie bekommen den Newsletter nicht oder nicht mehr. Unter „Newsletter“ können Sie ihn jederzeit wieder bestellen.",
            "You are not subscribed to the newsletter. Under “Newsletter” you can subscribe again at any time."));

    [Function(nameof(ChooseFromNewsletter))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ChooseFromEnglishNewsletter))]
    public Task<IResult> ChooseFromEnglishNewsletter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + Route)] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation) =>
        await FindAsync(request, cancellation) switch
        {
            ({ } subscriber, _) => await pages.For(request).ShowAsync(
                await PageAsync(request, subscriber, request.Query["stand"] == Saved, cancellation)),
            (_, var refusal) => refusal!,
        };

    [Function(nameof(SaveNewsletterChoice))]
    public async Task<IResult> SaveNewsletterChoice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await SaveAsync(request, cancellation);

    [Function(nameof(SaveEnglishNewsletterChoice))]
    public Task<IResult> SaveEnglishNewsletterChoice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/" + Route)] HttpRequest request, CancellationToken cancellation) =>
        SaveAsync(request, cancellation);

    async Task<IResult> SaveAsync(HttpRequest request, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        var (subscriber, refused) = await FindAsync(request, cancellation);
        if (subscriber is null) return refused!;

        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, "regions", "sectors", "topics");
        if (body is null) return await refusal!.ToResultAsync(speaking);

        // What the lists do not offer can only come from an old page: it is left out.
        var topics = (await PageAsync(request, subscriber, isSaved: false, cancellation)).Topics;
        var chosen = new Preferences(ChoiceKeys.Regions(body["regions"].Replace(',', ';')), body.Has("documentation"))
        {
            Sectors = ChoiceKeys.Sectors(body["sectors"].Replace(',', ';')),
            Topics = [.. topics.Where(topic => body.List("topics").Contains(NewsletterChoiceModel.KeyOf(topic)))],
        };
        await subscribers.ChooseAsync(subscriber.Key, chosen,
            body["language"] is { Length: > 0 } language ? Language.Of(language) : subscriber.Language, cancellation);
        return new SeeOther(speaking.Language.PathOf($"{SettingsLink.Path}?t={request.Query["t"]}&stand={Saved}"));
    }

    async Task<(Subscriber? Subscriber, IResult? Refusal)> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        link.Read(request.Query["t"]) is not { } key
            ? (null, await pages.For(request).ShowAsync(Message.LinkUnusable(Language.OfPath(request.Path)), StatusCodes.Status404NotFound))
            : await subscribers.FindAsync(key, cancellation) is { State: SubscriberState.Active } subscriber
                ? (subscriber, null)
                : (null, await pages.For(request).ShowAsync(NotOnTheList(Language.OfPath(request.Path)), StatusCodes.Status410Gone));

    /// <summary>Topics of the sessions to come, and those that were chosen before.</summary>
    async Task<NewsletterChoiceModel> PageAsync(
        HttpRequest request, Subscriber subscriber, bool isSaved, CancellationToken cancellation)
    {
        var toCome = await topicsToCome.AllAsync(cancellation);
        return new(subscriber.Preferences, subscriber.Language,
            [.. toCome.Concat(subscriber.Preferences.Topics).Distinct(StringComparer.OrdinalIgnoreCase)],
            $"{SettingsLink.Path}?t={request.Query["t"]}",
            leaving.For(subscriber with { Language = Language.OfPath(request.Path) }), isSaved);
    }
}
