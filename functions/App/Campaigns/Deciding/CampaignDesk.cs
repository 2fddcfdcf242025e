using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Deciding;

/// <summary>What staff decide about a campaign; each takes effect within one batch. Doing it twice changes nothing.</summary>
public sealed class CampaignDesk(
    CampaignQuery query, CampaignStore campaigns, CampaignDeliveryStore deliveries, ExpansionMessages expansions, MessageSender sender,
    TimeProvider clock)
{
    public Task<CampaignDecision> HoldAsync(CampaignId id, CancellationToken cancellation) =>
        DecideAsync(id, campaign => campaign.Hold(), cancellation);

    public Task<CampaignDecision> ReleaseAsync(CampaignId id, CancellationToken cancellation) =>
        DecideAsync(id, campaign => campaign.Release(clock.GetUtcNow()), cancellation);

    public Task<CampaignDecision> PauseAsync(CampaignId id, CancellationToken cancellation) =>
        DecideAsync(id, campaign => campaign.Pause(clock.GetUtcNow()), cancellation);

    public async Task<CampaignDecision> ResumeAsync(CampaignId id, CancellationToken cancellation)
    {
        var decision = await DecideAsync(id, campaign => campaign.Resume(clock.GetUtcNow()), cancellation);
        if (decision is not CampaignDecision.Taken { Campaign: { IsUnderWay: true } resumed }) return decision;

        await expansions.SendAsync(resumed, cancellation);
        await DeliverAsync(resumed, cancellation);
        return decision;
    }

    /// <summary>What is queued is skipped, batch by batch.</summary>
    public async Task<CampaignDecision> CancelAsync(CampaignId id, CancellationToken cancellation)
    {
        var decision = await DecideAsync(id, campaign => campaign.Cancel(clock.GetUtcNow()), cancellation);
        if (decision is CampaignDecision.Taken taken) await DeliverAsync(taken.Campaign, cancellation);
        return decision;
    }

    public async Task<CampaignDecision> RetryAsync(CampaignId id, CancellationToken cancellation)
    {
        var decision = await DecideAsync(id, campaign => campaign.Retry(clock.GetUtcNow()), cancellation);
        if (decision is not CampaignDecision.Taken taken) return decision;

        await deliveries.RetryAsync(taken.Campaign, cancellation);
        await DeliverAsync(taken.Campaign, cancellation);
        return decision;
    }

    /// <summary>Has the deliveries that are there looked at: sent, or skipped if they may not be sent any more. Idempotent.</summary>
    async Task DeliverAsync(Campaign campaign, CancellationToken cancellation)
    {
        foreach (var range in CampaignRange.Of(campaign.Id).Where(range => !campaign.Remaining.Contains(range.Range)))
            await sender.SendAsync(Queues.DeliveryBatches, range.Partition, cancellation: cancellation);
    }

    async Task<CampaignDecision> DecideAsync(CampaignId id, Func<Campaign, Campaign?> act, CancellationToken cancellation)
    {
        if (await query.FindAsync(id, cancellation) is not { } entry) return new CampaignDecision.Unknown();

        if (entry.Campaign is null)
        {
            if (act(Campaign.Plan(id, clock.GetUtcNow())) is not { } first) return new CampaignDecision.NotNow(CampaignState.Planned);
            if (await campaigns.AddAsync(first, cancellation)) return new CampaignDecision.Taken(first);
        }

        if (await campaigns.ChangeAsync(id, act, cancellation) is { } changed) return new CampaignDecision.Taken(changed);
        return await campaigns.FindAsync(id, cancellation) is { } current
            ? new CampaignDecision.NotNow(current.State)
            : new CampaignDecision.Unknown();
    }
}
