using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>
/// Who got a campaign's mail and who did not, page by page; <c>?after=</c> takes what the page before gave as <c>next</c>.
/// </summary>
public sealed class ShowCampaignLog(CampaignLog log)
{
    [Function(nameof(ShowCampaignLog))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/campaigns/{id}/deliveries")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign
            || await log.PageAsync(campaign, request.Query["after"].ToString(), cancellation) is not var (page, next))
            return CampaignAnswers.Unknown;

        return Results.Json(new
        {
            deliveries = page.Select(row => new
            {
                to = row.To,
                state = row.Delivery.State.ToString(),
                at = row.Delivery.SendingSince,
                reason = row.Delivery.Reason,
            }),
            next,
        });
    }
}
