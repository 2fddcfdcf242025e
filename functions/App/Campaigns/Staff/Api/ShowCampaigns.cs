using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Expanding;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>All campaigns, planned and past, and one of them with how many of its mails are in which state.</summary>
public sealed class ShowCampaigns(CampaignQuery query, CampaignDeliveryStore deliveries)
{
    [Function(nameof(ShowCampaigns))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/campaigns")] HttpRequest request,
        CancellationToken cancellation) =>
        Results.Json((await query.AllAsync(cancellation)).Select(CampaignAnswers.Of));

    [Function(nameof(ShowCampaign))]
    public async Task<IResult> ShowCampaign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/campaigns/{id}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await query.FindAsync(campaign, cancellation) is not { } entry)
            return CampaignAnswers.Unknown;

        var counts = (await deliveries.CountAsync(campaign, cancellation)).States;
        return Results.Json(new
        {
            campaign = CampaignAnswers.Of(entry),
            deliveries = counts.ToDictionary(count => count.Key.ToString(), count => count.Value),
        });
    }
}
