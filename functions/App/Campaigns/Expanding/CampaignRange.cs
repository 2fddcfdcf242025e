namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// A part of a campaign that one message expands: the subscribers of one partition, or the attendees of the session. Its deliveries have a
/// partition too.
/// </summary>
sealed record CampaignRange(CampaignId Campaign, char Range)
{
    /// <summary>No subscriber's partition.</summary>
    public const char Attendees = 'z';

    const string Subscribers = "0123456789abcdef";

    public static string AllOf(CampaignId campaign) => campaign.Kind switch
    {
        CampaignKind.Invitation or CampaignKind.Digest => Subscribers,
        CampaignKind.FollowUp => Subscribers + Attendees,
        CampaignKind.Announcement when campaign.Session is null => Subscribers,
        _ => Attendees.ToString(),
    };

    public static IEnumerable<CampaignRange> Of(CampaignId campaign) =>
        AllOf(campaign).Select(range => new CampaignRange(campaign, range));

    public static CampaignRange? Parse(string message) =>
        message.Split('/') is [var campaign, [var range]] && CampaignId.Parse(campaign) is { } id ? new(id, range) : null;

    /// <summary>The partition of its deliveries.</summary>
    public string Partition => $"{Campaign}.{Range}";

    /// <summary>The range whose deliveries a partition holds.</summary>
    public static CampaignRange OfPartition(string partition) =>
        partition.LastIndexOf('.') is > 0 and var dot && partition[(dot + 1)..] is [var range]
            && CampaignId.Parse(partition[..dot]) is { } campaign
            ? new(campaign, range)
            : throw new FormatException($"{partition} is not a campaign's partition.");

    public override string ToString() => $"{Campaign}/{Range}";
}
