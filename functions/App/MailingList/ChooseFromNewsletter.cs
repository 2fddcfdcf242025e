using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>
/// The personal link of every mail to subscribers: what they want to hear of, or leave. It came to the address itself, so what is chosen
/// counts at once. The page names nobody: links are passed on.
/// </summary>
public sealed class ChooseFromNewsletter(
    SubscriberStore subscribers, TopicsToCome topicsToCome, SettingsLink link, LeaveLink leaving, PageRenderer pages)
{
    const string Route = "newsletter/einstellungen";
    const string Saved = "gespeichert";

    static readonly Message NotOnTheList = new("Sie stehen nicht im Verteiler",
        "Sie bekommen keinen Newsletter (mehr). Unter „Newsletter“ können Sie sich jederzeit wieder eintragen.");

    [Function(nameof(ChooseFromNewsletter))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await FindAsync(request, cancellation) switch
        {
            ({ } subscriber, _) => await pages.ShowAsync(await PageAsync(subscriber, request.Query["stand"] == Saved, cancellation)),
            (_, var refusal) => refusal!,
        };

    [Function(nameof(SaveNewsletterChoice))]
    public async Task<IResult> SaveNewsletterChoice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var (subscriber, refused) = await FindAsync(request, cancellation);
        if (subscriber is null) return refused!;

        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, "regions", "sectors", "topics");
        if (body is null) return await refusal!.ToResultAsync(pages);

        // What the lists do not offer can only come from an old page: it is left out.
        var topics = (await PageAsync(subscriber, isSaved: false, cancellation)).Topics;
        var chosen = new Preferences(ChoiceKeys.Regions(body["regions"].Replace(',', ';')), body.Has("documentation"))
        {
            Sectors = ChoiceKeys.Sectors(body["sectors"].Replace(',', ';')),
            Topics = [.. topics.Where(topic => body.List("topics").Contains(NewsletterChoiceModel.KeyOf(topic)))],
        };
        await subscribers.ChooseAsync(subscriber.Key, chosen, cancellation);
        return new SeeOther($"{SettingsLink.Path}?t={request.Query["t"]}&stand={Saved}");
    }

    async Task<(Subscriber? Subscriber, IResult? Refusal)> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        link.Read(request.Query["t"]) is not { } key
            ? (null, await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound))
            : await subscribers.FindAsync(key, cancellation) is { State: SubscriberState.Active } subscriber
                ? (subscriber, null)
                : (null, await pages.ShowAsync(NotOnTheList, StatusCodes.Status410Gone));

    /// <summary>Topics of the sessions to come, and those that were chosen before.</summary>
    async Task<NewsletterChoiceModel> PageAsync(Subscriber subscriber, bool isSaved, CancellationToken cancellation)
    {
        var toCome = await topicsToCome.AllAsync(cancellation);
        return new(subscriber.Preferences, [.. toCome.Concat(subscriber.Preferences.Topics).Distinct(StringComparer.OrdinalIgnoreCase)],
            link.For(subscriber.Key), leaving.For(subscriber.Key), isSaved);
    }
}
