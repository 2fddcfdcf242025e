namespace ThaffFunctions.Campaigns.Deciding;

/// <summary>What became of an act of staff.</summary>
public abstract record CampaignDecision
{
    public sealed record Taken(Campaign Campaign) : CampaignDecision;

    /// <summary>Its state does not allow it.</summary>
    public sealed record NotNow(CampaignState State) : CampaignDecision;

    /// <summary>How many people it reaches must be said, and was not.</summary>
    public sealed record NumberMissing : CampaignDecision;

    /// <summary>It reaches another number of people than somebody said.</summary>
    public sealed record OtherNumber(int Reached, string Said) : CampaignDecision;

    public sealed record Unknown : CampaignDecision;
}
