using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Deciding;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>
/// Lets a campaign go out when it is due, under the conditions of <see cref="CampaignRelease"/>: <c>?recipients=12</c>, as the preview tells it.
/// </summary>
public sealed class ReleaseCampaign(CampaignRelease release)
{
    [Function(nameof(ReleaseCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns/{id}/release")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        CampaignId.Parse(id) is { } campaign
            ? CampaignAnswers.Of(await release.ReleaseAsync(campaign, request.Query["recipients"].ToString(), cancellation))
            : CampaignAnswers.Unknown;
}
