using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Campaigns.Staff;

/// <summary>
/// Lets a campaign go out when it is due. Who says how many people it reaches (<c>?recipients=12</c>, as the preview tells it) is refused
/// if it is not so; for an announcement, whose recipients nothing but people chose, that must be said.
/// </summary>
public sealed class ReleaseCampaign(CampaignCalendar calendar, CampaignDesk desk, Recipients recipients)
{
    [Function(nameof(ReleaseCampaign))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/staff/campaigns/{id}/release")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (CampaignId.Parse(id) is not { } campaign || await calendar.FindAsync(campaign, cancellation) is not { } entry)
            return CampaignAnswers.Unknown;

        var said = request.Query["recipients"].ToString();
        if (said.Length == 0 && campaign.Kind == CampaignKind.Announcement)
            return Results.Problem("Bitte geben Sie an, wie viele Personen die Nachricht bekommen (recipients); die Vorschau sagt es.",
                statusCode: StatusCodes.Status422UnprocessableEntity);

        if (said.Length > 0 && await ReachedAsync(entry, cancellation) is var reached && said != $"{reached}")
            return Results.Problem($"Die Aussendung erreicht {reached} Personen, nicht {said}. Bitte sehen Sie noch einmal nach.",
                statusCode: StatusCodes.Status409Conflict);

        return CampaignAnswers.Of(await desk.ReleaseAsync(campaign, cancellation));
    }

    async Task<int> ReachedAsync(CampaignEntry entry, CancellationToken cancellation) =>
        (await recipients.CountAsync(entry.Campaign ?? Campaign.Plan(entry.Id, default), entry.Session, cancellation)).Reached;
}
