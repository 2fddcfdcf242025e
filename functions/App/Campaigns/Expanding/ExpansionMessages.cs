using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// The messages that <see cref="ExpandCampaign"/> takes, one for each range that is not expanded yet. Twice they do no harm; lost, a timer
/// sends them again.
/// </summary>
public sealed class ExpansionMessages(MessageSender sender)
{
    public Task SendAsync(Campaign campaign, CancellationToken cancellation) => Task.WhenAll(campaign.Remaining.Select(range =>
        sender.SendAsync(Queues.CampaignExpansions, new CampaignRange(campaign.Id, range).ToString(), cancellation: cancellation)));
}
