using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Digests;

/// <summary>
/// Tells multipliers once a month which questions and concerns of their sectors or regions are open, or of all where they named none.
/// Looked up when it is sent: what was answered since is not told.
/// </summary>
sealed class DigestMail(
    PreSendCheck check, ListRecipients list, UnansweredInsights open, Subscribers subscribers, PageRenderer pages,
    IOptions<SiteOptions> site) : ICampaignMail
{
    public const string KindName = "digest";

    public CampaignKind Of => CampaignKind.Digest;

    public string Kind => KindName;

    public string CalledByStaff => "Monatsüberblick";

    public string? StaffPathOf(Delivery delivery) => PreSendCheck.StaffPathOf(delivery);

    /// <summary>With everything that is open, as who named nothing gets it.</summary>
    public async Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language) =>
        await DraftAsync(campaign, await open.AllAsync(CancellationToken.None), isChosen: false, language);

    /// <summary>One mail for all whose words are the same as those of the first; the others wait for the next batch.</summary>
    public async Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (campaign, _, instead) = await check.CheckAsync(CampaignRange.OfPartition(partition).Campaign, cancellation);
        if (campaign is null) return instead;

        var entries = await open.AllAsync(cancellation);
        (UnansweredInsight[] Entries, bool IsChosen, Language Language)? first = null;
        var (alike, later, nothing) = (new List<BatchRecipient>(), new HashSet<DeliveryId>(), new Dictionary<DeliveryId, string>());
        foreach (var delivery in deliveries)
        {
            // by its key: multipliers are few, and a range of keys would hold everybody between them
            if (await FindAsync(delivery.Recipient, cancellation) is not { State: SubscriberState.Active } subscriber) continue;

            UnansweredInsight[] theirs = [.. entries.Where(entry => entry.Concerns(subscriber.Preferences))];
            if (theirs is [])
            {
                nothing[delivery.Id] = Recipients.NothingOpen;
                continue;
            }

            var isChosen = subscriber.Preferences.NameSectorsOrRegions;
            var (told, toldChosen, language) = first ??= (theirs, isChosen, subscriber.Language);
            if (toldChosen == isChosen && language == subscriber.Language && told.SequenceEqual(theirs))
                alike.Add(list.To(subscriber, delivery.Id));
            else later.Add(delivery.Id);
        }

        var draft = await DraftAsync(campaign, first?.Entries ?? [], first?.IsChosen == true, first?.Language ?? Language.German);
        return draft with { Recipients = alike, Later = later, LeftOut = nothing };
    }

    /// <summary>null also for one that cannot be read: staff are told where it is read, and all others get their mail.</summary>
    async Task<Subscriber?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await subscribers.FindAsync(key, cancellation);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    async Task<MailBatch> DraftAsync(Campaign campaign, IReadOnlyList<UnansweredInsight> entries, bool isChosen, Language language) => new(
        SubjectOf(campaign.Id, isChosen, language),
        await pages.In(language).RenderAsync(new DigestModel(entries, isChosen, site.Value.Link("/dokumentation/fragen?art=alle"),
            site.Value.Link(language.PathOf("/multiplikatoren")), MailBatch.Placeholder(ListRecipients.Leave),
            MailBatch.Placeholder(ListRecipients.Settings))),
        []);

    static string SubjectOf(CampaignId digest, bool isChosen, Language language)
    {
        var about = isChosen
            ? language.Say("offene Fragen und Anliegen aus Ihrem Bereich", "open questions and concerns in your field")
            : language.Say("offene Fragen und Anliegen aus dem Praxisaustausch", "open questions and concerns from the Praxisaustausch");
        return $"{language.Month(digest.Month!.Value)}: {about}";
    }
}
