using ThaffFunctions.Campaigns;

namespace ThaffFunctions.Tests.Campaigns;

public sealed class CampaignTests
{
    static readonly CampaignId Invitation = CampaignId.Invitation(Sessions.On(2026, 12, 8).Id);

    [Fact]
    public void A_campaign_is_expanded_when_each_range_is_and_counts_each_once()
    {
        var campaign = Campaign.Start(Invitation, Sessions.At(2026, 11, 17, 9));

        foreach (var range in "0123456789abcde") campaign = campaign.Finish(range, 10).Finish(range, 10);
        Assert.Equal(("f", CampaignState.Expanding, 150), (campaign.Remaining, campaign.State, campaign.Recipients));

        campaign = campaign.Finish('f', 3);
        Assert.Equal(("", CampaignState.Expanded, 153), (campaign.Remaining, campaign.State, campaign.Recipients));
    }

    [Fact]
    public void Ranges_together_hold_every_partition_once()
    {
        var partitions = Campaign.Start(Invitation, default).Remaining.SelectMany(range => new CampaignRange(Invitation, range).Partitions)
            .ToList();

        Assert.Equal(Enumerable.Range(0, 256).Select(number => $"{number:x2}"), partitions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_are_read_as_they_are_written()
    {
        var reminder = CampaignId.Reminder(Sessions.On(2026, 12, 8), 7);
        var partition = CampaignDeliveryStore.PartitionOf(reminder, "0");

        Assert.Equal("2026-12-austausch.reminder-7-20261208.0", partition);
        Assert.Equal((reminder, "0"), CampaignDeliveryStore.Read(partition));
        Assert.Equal(new CampaignRange(Invitation, 'a'), CampaignRange.Parse(new CampaignRange(Invitation, 'a').ToString()));
        Assert.Null(CampaignRange.Parse("nonsense"));
        Assert.Null(CampaignId.Parse("2026-13-austausch.invitation"));
    }
}
