using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Deciding;

/// <summary>
/// What was held, paused or cancelled since a backup is so again after it was restored. What was started since is paused: its deliveries
/// are lost with the storage, and nobody knows who got it.
/// </summary>
sealed class ReapplyDecisions(CampaignStore campaigns, RestoreMarks marks, IOptions<CampaignOptions> options) : IFollowsRestore
{
    /// <summary>The kind of mark that a campaign changed its state; its name is the campaign's id and the state.</summary>
    const string Mark = "campaign";

    public static Task MarkAsync(RestoreMarks marks, Campaign campaign, CancellationToken cancellation) =>
        marks.TryAddAsync(Mark, $"{campaign.Id}/{campaign.State}", cancellation);

    public async Task FollowAsync(DateTimeOffset begun, CancellationToken cancellation)
    {
        var since = await marks.SinceAsync(Mark, begun, cancellation);
        var byCampaign = since.Select(mark => Read(mark.Key, mark.Value)).OfType<Decision>().GroupBy(decision => decision.Campaign);
        foreach (var decisions in byCampaign)
            await DecideAsync(decisions.Key, [.. decisions], cancellation);
    }

    async Task DecideAsync(CampaignId id, IReadOnlyList<Decision> decisions, CancellationToken cancellation)
    {
        if (await campaigns.ChangeAsync(id, campaign => Again(campaign, decisions), cancellation) is not null) return;
        if (id.Kind == CampaignKind.Announcement) return; // without its text nothing can be sent

        var at = decisions.Max(decision => decision.At);
        var planned = Campaign.Plan(id, at) with
        {
            Due = id.Month is { } month ? CampaignSchedule.Digest(month, options.Value) : id.Kind == CampaignKind.FollowUp ? at : null,
        };
        if (Again(planned, decisions) is { } decided) await campaigns.AddAsync(decided, cancellation);
    }

    /// <returns>The campaign as it is to be; null if it may go on as it is, because it was never lost or only released since.</returns>
    static Campaign? Again(Campaign restored, IReadOnlyList<Decision> decisions)
    {
        var last = decisions.MaxBy(decision => (decision.At, decision.State))!; // in the same moment, the state that is further
        if (restored.State == last.State) return null;

        var campaign = decisions.Any(decision => decision.State is CampaignState.Expanding or CampaignState.Sending)
            ? restored.Start(last.At) ?? restored
            : restored;
        return last.State switch
        {
            CampaignState.Held => campaign.Hold(),
            CampaignState.Paused or CampaignState.Expanding or CampaignState.Sending => campaign.Pause(last.At),
            CampaignState.Cancelled => campaign.Cancel(last.At),
            CampaignState.Done => campaign.IsOver ? null : campaign with { State = CampaignState.Done, PausedFrom = null, Remaining = "" },
            CampaignState.Overdue => campaign.GiveUp(last.At),
            _ => null,
        };
    }

    static Decision? Read(string name, DateTimeOffset at) =>
        name.Split('/') is [var id, var state] && CampaignId.Parse(id) is { } campaign && Enum.TryParse<CampaignState>(state, out var known)
            ? new(campaign, known, at)
            : null;

    sealed record Decision(CampaignId Campaign, CampaignState State, DateTimeOffset At);
}
