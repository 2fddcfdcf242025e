using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns;

/// <summary>All campaigns: what the programme plans, and what was decided.</summary>
public sealed class CampaignQuery(ProgrammeQuery programme, CampaignStore campaigns, IOptions<CampaignOptions> options)
{
    /// <summary>The earliest first. What was decided of a session that was deleted since, before a mail was written, is left out.</summary>
    public async Task<IReadOnlyList<CampaignEntry>> AllAsync(CancellationToken cancellation)
    {
        var rows = await campaigns.AllAsync(cancellation).ToDictionaryAsync(campaign => campaign.Id, cancellationToken: cancellation);
        var sessions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id);
        var planned = sessions.Values.SelectMany(session => CampaignSchedule.Of(session, options.Value))
            .Concat(rows.Values.SelectMany(PlanOf)).ToDictionary(plan => plan.Id);
        return
        [
            .. planned.Keys.Union(rows.Keys)
                .Select(id => new CampaignEntry(id, planned.GetValueOrDefault(id), rows.GetValueOrDefault(id),
                    id.Session is { } session ? sessions.GetValueOrDefault(session) : null))
                .Where(entry => entry.Id.Session is null || entry.Session is not null
                    || entry.Campaign is { HasBegun: true } or { Announcement: not null })
                .OrderBy(entry => entry.Planned?.Due ?? entry.Campaign!.DecidedAt),
        ];
    }

    /// <returns>null if nothing plans it and nobody decided upon it.</returns>
    public async Task<CampaignEntry?> FindAsync(CampaignId id, CancellationToken cancellation)
    {
        var session = id.Session is { } known ? await programme.FindAsync(known, cancellation) : null;
        var campaign = await campaigns.FindAsync(id, cancellation);
        var planned = (session is null ? [] : CampaignSchedule.Of(session, options.Value)).Concat(campaign is null ? [] : PlanOf(campaign))
            .FirstOrDefault(plan => plan.Id == id);
        return planned is null && campaign is null ? null : new(id, planned, campaign, session);
    }

    static IEnumerable<PlannedCampaign> PlanOf(Campaign campaign) =>
        campaign.Due is { } due ? [new(campaign.Id, due, campaign.Id.EndsFor(null))] : [];
}
