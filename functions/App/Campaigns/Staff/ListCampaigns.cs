using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary><c>/redaktion/aussendungen</c>: what is planned, held, running and done.</summary>
public sealed class ListCampaigns(CampaignQuery query, IOptions<CampaignOptions> options, StaffArea staff, TimeProvider clock)
{
    internal const string Route = "redaktion/aussendungen";
    public const string Path = "/" + Route;

    [Function(nameof(ListCampaigns))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(CampaignListModel.Of(
            staff.FrameOf(request), await query.AllAsync(cancellation), options.Value.NeedsRelease, clock.GetUtcNow()));
}
