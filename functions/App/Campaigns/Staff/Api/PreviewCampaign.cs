using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>
/// The mail as an invented recipient would get it (<c>?language=en</c> for the English one), how many people it would reach now, and why
/// not the others.
/// </summary>
public sealed class PreviewCampaign(CampaignQuery query, CampaignPreview preview, ReachCount reaches, TimeProvider clock)
{
    [Function(nameof(PreviewCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/campaigns/{id}/preview")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await query.FindAsync(campaign, cancellation) is not { } entry)
            return CampaignAnswers.Unknown;

        var now = clock.GetUtcNow();
        var (subject, html, text) = await preview.RenderAsync(entry, now, Language.Of(request.Query["language"]));
        var reach = await reaches.CountAsync(entry.Campaign ?? Campaign.Plan(campaign, now), entry.Session, cancellation);
        return Results.Json(new { subject, html, text, recipients = reach.Reached, leftOut = reach.LeftOut });
    }
}
