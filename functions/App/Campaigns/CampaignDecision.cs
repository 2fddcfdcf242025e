namespace ThaffFunctions.Campaigns;

/// <summary>What became of an act of staff.</summary>
public abstract record CampaignDecision
{
    public sealed record Taken(Campaign Campaign) : CampaignDecision;

    /// <summary>Its state does not allow it.</summary>
    public sealed record NotNow(CampaignState State) : CampaignDecision;

    public sealed record Unknown : CampaignDecision;
}
