namespace ThaffFunctions.Campaigns.Scheduling;

/// <param name="Id">Which campaign.</param>
/// <param name="Due">When it is to go out.</param>
/// <param name="Ends">When it makes no sense any more: registration has closed, or the session has begun.</param>
public sealed record PlannedCampaign(CampaignId Id, DateTimeOffset Due, DateTimeOffset Ends)
{
    /// <param name="now">The moment to judge at.</param>
    /// <param name="window">How late it may go out.</param>
    public CampaignVerdict At(DateTimeOffset now, TimeSpan window) =>
        now < Due ? CampaignVerdict.Waiting
        : now < Ends && now <= Due + window ? CampaignVerdict.Due
        : CampaignVerdict.Overdue;
}
