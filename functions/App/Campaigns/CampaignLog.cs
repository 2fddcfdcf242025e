using System.Buffers.Text;
using System.Text;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns;

/// <summary>Who got a campaign's mail and who did not, page by page. Rows hold no addresses: they are looked up for the page.</summary>
public sealed class CampaignLog(CampaignDeliveryStore deliveries, Subscribers subscribers, Attendees attendees)
{
    /// <param name="campaign">Which.</param>
    /// <param name="after">What the page before said; empty for the first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Deliveries with their addresses, null for who was erased meanwhile, and what to ask for the next page with; null if
    /// <paramref name="after"/> is not what a page said.</returns>
    public async Task<(IReadOnlyList<(Delivery Delivery, string? To)> Page, string? Next)?> PageAsync(
        CampaignId campaign, string after, CancellationToken cancellation)
    {
        if (!Base64Url.IsValid(after)) return null;

        var (page, next) = await deliveries.PageAsync(
            campaign, after.Length > 0 ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)) : null, cancellation);
        var addresses = await Task.WhenAll(page.Select(delivery => AddressAsync(delivery, cancellation)));
        return ([.. page.Zip(addresses)], next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next)));
    }

    async Task<string?> AddressAsync(Delivery delivery, CancellationToken cancellation)
    {
        var range = CampaignRange.OfPartition(delivery.Id.Partition);
        return range.Range == CampaignRange.Attendees
            ? (await attendees.FindAsync(range.Campaign.Session!.Value, delivery.Recipient, cancellation))?.Email.ToString()
            : (await subscribers.FindAsync(delivery.Recipient, cancellation))?.Email.Value;
    }
}
