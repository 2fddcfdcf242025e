namespace ThaffFunctions.Campaigns.Staff.SingleCampaign;

/// <summary>What staff may do with a campaign as it is now; the campaign itself says it.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="NeedsRelease">Whether nothing goes out that was not released.</param>
public sealed record CampaignActs(Campaign Campaign, bool NeedsRelease)
{
    public bool Hold => Changes(Campaign.Hold());

    /// <summary>What goes out by itself need not be released.</summary>
    public bool Release => Campaign.State != CampaignState.Released && Campaign.Release(default) is not null
        && (NeedsRelease || Campaign.State == CampaignState.Held);

    /// <summary>What staff wrote can still be changed.</summary>
    public bool Rewrite => Campaign.Announcement is { } written && Campaign.Rewrite(written, Campaign.Due) is not null;

    /// <summary>What has not begun is held instead.</summary>
    public bool Pause => Campaign.IsUnderWay && Changes(Campaign.Pause(default));

    public bool Resume => Campaign.State == CampaignState.Paused;

    public bool Cancel => Changes(Campaign.Cancel(default));

    /// <summary>Mails that failed can be tried again.</summary>
    public bool Retry => Campaign.Retry(default) is not null;

    bool Changes(Campaign? after) => after is not null && after.State != Campaign.State;
}
