using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>A range of a campaign: done once its delivery rows are written, or the campaign was given up.</summary>
sealed class RangeCompletion(CampaignStore campaigns) : IMessageCompletion
{
    public string Queue => Queues.CampaignExpansions;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        CampaignRange.Parse(message) is { } range
        && (await campaigns.FindAsync(range.Campaign, cancellation) is not { State: CampaignState.Expanding } campaign
            || !campaign.Remaining.Contains(range.Range));
}
