using Microsoft.AspNetCore.Http;
using ThaffFunctions.Campaigns.Deciding;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>Campaigns as the staff API tells them: JSON, or problem details (RFC 9457).</summary>
static class CampaignAnswers
{
    public static IResult Unknown => Results.Problem("Diese Aussendung gibt es nicht.", statusCode: StatusCodes.Status404NotFound);

    public static object Of(CampaignEntry entry) =>
        Of(entry.Campaign ?? new Campaign(entry.Id, CampaignState.Planned, default), entry.Planned?.Due, entry.Session?.Title);

    public static IResult Of(CampaignDecision decision) => decision switch
    {
        CampaignDecision.Taken(var campaign) => Results.Json(Of(campaign, campaign.Due, null)),
        CampaignDecision.NotNow(var state) => Results.Problem(
            $"Das ist nicht möglich: {CampaignWords.SentenceOf(state)}.", statusCode: StatusCodes.Status409Conflict),
        CampaignDecision.NumberMissing => Results.Problem(
            "Bitte geben Sie an, wie viele Personen die Nachricht bekommen (recipients); die Vorschau sagt es.",
            statusCode: StatusCodes.Status422UnprocessableEntity),
        CampaignDecision.OtherNumber(var reached, var said) => Results.Problem(
            $"Die Aussendung erreicht {reached} Personen, nicht {said}. Bitte sehen Sie noch einmal nach.",
            statusCode: StatusCodes.Status409Conflict),
        _ => Unknown,
    };

    static object Of(Campaign campaign, DateTimeOffset? due, string? title) => new
    {
        id = campaign.Id.ToString(),
        kind = campaign.Id.Kind.ToString(),
        session = campaign.Id.Session?.Value,
        title = campaign.Announcement?.Subject ?? title,
        state = campaign.State.ToString(),
        due = campaign.IsAhead ? campaign.Due ?? due : null,
        decidedAt = campaign.DecidedAt == default ? (DateTimeOffset?)null : campaign.DecidedAt,
        recipients = campaign.Recipients,
    };
}
