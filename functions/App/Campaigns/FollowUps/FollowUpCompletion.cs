using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.FollowUps;

/// <summary>The first publication of a session's documentation: done once its follow-up campaign is noted.</summary>
sealed class FollowUpCompletion(CampaignStore campaigns) : IMessageCompletion
{
    public string Queue => Queues.FirstPublications;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        SessionId.Parse(message) is { } session && await campaigns.FindAsync(CampaignId.FollowUp(session), cancellation) is not null;
}
