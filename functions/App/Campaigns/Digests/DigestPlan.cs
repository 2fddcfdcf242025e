using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Campaigns.Digests;

/// <summary>
/// Plans the next month's digest, once the list has multipliers: a row long before it is due, so that staff can look at it and hold it, and
/// hear of it if it is missed.
/// </summary>
public sealed class DigestPlan(Subscribers subscribers, CampaignStore campaigns, IOptions<CampaignOptions> options)
{
    /// <param name="known">The campaigns that there are.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task AddAsync(IEnumerable<CampaignId> known, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Berlin.Date(now);
        var month = CampaignSchedule.Digest(today, options.Value) > now ? today : today.AddMonths(1);
        var id = CampaignId.Digest(month);
        if (known.Contains(id) || !await subscribers.HasMultipliersAsync(cancellation)) return;

        await campaigns.AddAsync(Campaign.Plan(id, now) with { Due = CampaignSchedule.Digest(month, options.Value) }, cancellation);
    }
}
