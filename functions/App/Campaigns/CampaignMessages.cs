using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>The messages that move a campaign on. Twice they do no harm; lost, timers send them again.</summary>
public sealed class CampaignMessages(MessageSender sender)
{
    /// <summary>One for each range that is not expanded yet.</summary>
    public Task ExpandAsync(Campaign campaign, CancellationToken cancellation) => Task.WhenAll(campaign.Remaining.Select(range =>
        sender.SendAsync(Queues.CampaignExpansions, new CampaignRange(campaign.Id, range).ToString(), cancellation: cancellation)));

    /// <summary>Has the deliveries that are there looked at: sent, or skipped if they may not be sent any more.</summary>
    public async Task DeliverAsync(Campaign campaign, CancellationToken cancellation)
    {
        foreach (var range in CampaignRange.Of(campaign.Id).Where(range => !campaign.Remaining.Contains(range.Range)))
            await sender.SendAsync(Queues.DeliveryBatches, range.Partition, cancellation: cancellation);
    }
}
