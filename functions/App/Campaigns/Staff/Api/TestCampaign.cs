using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>
/// Sends a campaign's mail to one member of staff (<c>?to=address</c>, <c>language=en</c> for the English one), as often as they ask.
/// </summary>
public sealed class TestCampaign(CampaignQuery query, CampaignTestSender test)
{
    [Function(nameof(TestCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns/{id}/test")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await query.FindAsync(campaign, cancellation) is null)
            return CampaignAnswers.Unknown;

        return await test.SendAsync(campaign, Language.Of(request.Query["language"]), request.Query["to"].ToString(), cancellation) is { } problem
            ? Results.Problem(problem, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Accepted();
    }
}
