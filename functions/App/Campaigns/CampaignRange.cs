namespace ThaffFunctions.Campaigns;

/// <summary>
/// A part of a campaign that one message expands. An invitation has 16, by the first character of the subscribers' partitions, each with 16
/// partitions; a reminder's recipients, one session's attendees, are a single one. Deliveries of each partition of recipients have a
/// partition too.
/// </summary>
sealed record CampaignRange(CampaignId Campaign, char Range)
{
    const string Hex = "0123456789abcdef";

    public static string AllOf(CampaignId campaign) => campaign.IsInvitation ? Hex : "0";

    public static CampaignRange? Parse(string message) =>
        message.Split('/') is [var campaign, [var range]] && CampaignId.Parse(campaign) is { } id ? new(id, range) : null;

    public IEnumerable<string> Partitions => Campaign.IsInvitation ? Hex.Select(second => $"{Range}{second}") : [Range.ToString()];

    public override string ToString() => $"{Campaign}/{Range}";
}
