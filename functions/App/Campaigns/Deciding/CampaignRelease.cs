using ThaffFunctions.Campaigns.Expanding;

namespace ThaffFunctions.Campaigns.Deciding;

/// <summary>
/// Lets a campaign go out when it is due. Who says how many people it reaches is refused if it is not so; for an announcement, whose
/// recipients nothing but people chose, that must be said.
/// </summary>
public sealed class CampaignRelease(CampaignQuery query, CampaignDesk desk, ReachCount reaches)
{
    /// <param name="id">Which.</param>
    /// <param name="said">The number of people, as it was typed; empty if nobody said.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CampaignDecision> ReleaseAsync(CampaignId id, string said, CancellationToken cancellation)
    {
        if (await query.FindAsync(id, cancellation) is not { } entry) return new CampaignDecision.Unknown();

        var typed = said.Replace(".", "", StringComparison.Ordinal).Trim(); // 1.200 is what people read on the page
        if (typed.Length == 0 && id.Kind == CampaignKind.Announcement) return new CampaignDecision.NumberMissing();
        if (typed.Length > 0
            && await reaches.CountAsync(entry.Campaign ?? Campaign.Plan(id, default), entry.Session, cancellation)
                is { Reached: var reached }
            && typed != $"{reached}")
            return new CampaignDecision.OtherNumber(reached, said);

        return await desk.ReleaseAsync(id, cancellation);
    }
}
