using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Leaving;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// Subscribers as recipients of a batch, with their personal links to the list. Whom a campaign reaches is decided by
/// <see cref="Recipients"/>.
/// </summary>
sealed class ListRecipients(Subscribers subscribers, ReachedAsAttendees registered, LeaveLink leaving, SettingsLink settings)
{
    public const string Leave = "leave";
    public const string Settings = "settings";

    /// <summary>
    /// In the language of the first of them; who chose the other gets another batch. Who has left since, or is reached otherwise, is left
    /// out.
    /// </summary>
    public async Task<MailBatch> AddInTheirLanguageAsync(Func<Language, Task<MailBatch>> draftIn, CampaignRange range, Campaign campaign,
        IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var (reached, leftOut) = await ReachedAsync(range, campaign, deliveries, cancellation);
        var language = reached is [var first, ..] ? first.Subscriber.Language : Language.German;
        var byLanguage = reached.ToLookup(one => one.Subscriber.Language);
        return await draftIn(language) with
        {
            Recipients = [.. byLanguage[language].Select(one => To(one.Subscriber, one.Delivery))],
            LeftOut = leftOut,
            Later = byLanguage[language.Other].Select(one => one.Delivery).ToHashSet(),
        };
    }

    async Task<(IReadOnlyList<(Subscriber Subscriber, DeliveryId Delivery)> Reached, IReadOnlyDictionary<DeliveryId, string> LeftOut)>
        ReachedAsync(CampaignRange range, Campaign campaign, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var active = await subscribers.ActiveAsync(range.Range.ToString(), deliveries.Select(delivery => delivery.Recipient), cancellation);
        var (others, why) = await registered.FindAsync(campaign, cancellation);
        var leftOut = deliveries.Where(delivery => active.TryGetValue(delivery.Recipient, out var subscriber)
            && others.Contains(subscriber.Email.Canonical)).ToDictionary(delivery => delivery.Id, _ => why);
        return ([.. deliveries.Where(delivery => active.ContainsKey(delivery.Recipient) && !leftOut.ContainsKey(delivery.Id))
            .Select(delivery => (active[delivery.Recipient], delivery.Id))], leftOut);
    }

    public BatchRecipient To(Subscriber subscriber, DeliveryId delivery)
    {
        var leave = leaving.For(subscriber);
        return new(delivery, subscriber.Email, null, new Dictionary<string, string>
        {
            [Leave] = leave.AbsoluteUri,
            [Settings] = settings.For(subscriber).AbsoluteUri,
        }, leave);
    }
}
