using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>
/// Who got a campaign's mail and who did not, page by page; <c>?after=</c> takes what the page before gave as <c>next</c>.
/// </summary>
public sealed class ShowCampaignLog(CampaignDeliveryStore deliveries, Subscribers subscribers, Attendees attendees)
{
    [Function(nameof(ShowCampaignLog))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/campaigns/{id}/deliveries")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var after = request.Query["after"].ToString();
        if (CampaignId.Parse(id) is not { } campaign || !Base64Url.IsValid(after)) return CampaignAnswers.Unknown;

        var (page, next) = await deliveries.PageAsync(
            campaign, after.Length > 0 ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)) : null, cancellation);
        var addresses = await Task.WhenAll(page.Select(delivery => AddressAsync(delivery, cancellation)));
        return Results.Json(new
        {
            deliveries = page.Zip(addresses, (delivery, address) => new
            {
                to = address,
                state = delivery.State.ToString(),
                at = delivery.SendingSince,
                reason = delivery.Reason,
            }),
            next = next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next)),
        });
    }

    /// <returns>null for somebody who was erased meanwhile.</returns>
    async Task<string?> AddressAsync(Delivery delivery, CancellationToken cancellation)
    {
        var range = CampaignRange.OfPartition(delivery.Id.Partition);
        return range.Range == CampaignRange.Attendees
            ? (await attendees.FindAsync(range.Campaign.Session!.Value, delivery.Recipient, cancellation))?.Email.Value
            : (await subscribers.FindAsync(delivery.Recipient, cancellation))?.Email.Value;
    }
}
