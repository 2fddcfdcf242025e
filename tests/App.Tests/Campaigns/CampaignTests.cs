using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Staff;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Tests.Campaigns;

public sealed class CampaignTests
{
    static readonly CampaignId Invitation = CampaignId.Invitation(Sessions.On(2026, 12, 8).Id);

    [Fact]
    public void Staff_tell_the_reminders_of_a_session_apart()
    {
        var session = TestSessions.October;
        CampaignId[] ids = [CampaignId.Invitation(session.Id), CampaignId.Reminder(session, 7), CampaignId.Reminder(session, 1)];

        Assert.Equal(
            ["Einladung zu „Sprache im Betrieb“ am 5. Oktober 2026", "Erinnerung (7 Tage vorher) zu „Sprache im Betrieb“ am 5. Oktober 2026",
                "Erinnerung (1 Tag vorher) zu „Sprache im Betrieb“ am 5. Oktober 2026"],
            ids.Select(id => CampaignWords.NameOf(new(id, null, null, session))));
    }

    [Fact]
    public void A_campaign_is_expanded_when_each_range_is_and_counts_each_once()
    {
        var campaign = Campaign.Start(Invitation, Sessions.At(2026, 11, 17, 9));

        foreach (var range in "0123456789abcde") campaign = campaign.Finish(range, 10).Finish(range, 10);
        Assert.Equal(("f", CampaignState.Expanding, 150), (campaign.Remaining, campaign.State, campaign.Recipients));

        campaign = campaign.Finish('f', 3);
        Assert.Equal(("", CampaignState.Sending, 153), (campaign.Remaining, campaign.State, campaign.Recipients));
    }

    [Fact]
    public void A_range_that_ends_while_the_campaign_is_paused_is_counted_and_the_pause_stays()
    {
        var paused = (Campaign.Start(Invitation, default) with { Remaining = "f" }).Pause(default)!.Finish('f', 7);

        Assert.Equal((CampaignState.Paused, 7), (paused.State, paused.Recipients));
        Assert.Equal(CampaignState.Sending, paused.Resume(default)!.State);
    }

    [Fact]
    public void Since_when_it_is_paused_cancelled_or_missed_is_when_that_was_decided_first()
    {
        DateTimeOffset started = Sessions.At(2026, 11, 17, 9), decided = started.AddMinutes(30), again = decided.AddMinutes(5);
        var campaign = Campaign.Start(Invitation, started);

        Assert.All(new[] { campaign.Pause(decided)!.Pause(again), campaign.Cancel(decided)!.Cancel(again), campaign.GiveUp(decided),
            campaign.Pause(started.AddMinutes(10))!.Cancel(decided) }, after => Assert.Equal(decided, after!.DecidedAt));
    }

    [Theory]
    [InlineData(CampaignState.Planned, "hold release start pause cancel")]
    [InlineData(CampaignState.Held, "hold release pause cancel")]
    [InlineData(CampaignState.Released, "hold release start pause cancel")]
    [InlineData(CampaignState.Expanding, "pause cancel")]
    [InlineData(CampaignState.Sending, "pause cancel retry complete")]
    [InlineData(CampaignState.Paused, "pause cancel")]
    [InlineData(CampaignState.Done, "retry")]
    [InlineData(CampaignState.Cancelled, "cancel")]
    [InlineData(CampaignState.Overdue, "")]
    public void What_may_be_done_depends_on_the_state(CampaignState state, string acts)
    {
        var campaign = new Campaign(Invitation, state, default);
        (string Name, Campaign? After)[] all =
        [
            ("hold", campaign.Hold()), ("release", campaign.Release(default)), ("start", campaign.Start(default)),
            ("pause", campaign.Pause(default)), ("cancel", campaign.Cancel(default)), ("retry", campaign.Retry(default)),
            ("complete", campaign.Complete()),
        ];

        Assert.Equal(acts, string.Join(' ', all.Where(act => act.After is not null).Select(act => act.Name)));
    }

    [Fact]
    public void Ranges_together_hold_every_partition_once()
    {
        Assert.Equal("0123456789abcdef", Campaign.Start(Invitation, default).Remaining);
        Assert.Equal("0123456789abcdefz", Campaign.Start(CampaignId.FollowUp(Invitation.Session!.Value), default).Remaining);
    }

    [Fact]
    public void Names_are_read_as_they_are_written()
    {
        var reminder = CampaignId.Reminder(Sessions.On(2026, 12, 8), 7);
        var range = new CampaignRange(reminder, 'z');

        Assert.Equal("2026-12-austausch.reminder-7-20261208.z", range.Partition);
        Assert.Equal(range, CampaignRange.OfPartition(range.Partition));
        Assert.Equal(new(null, "announcement-1"), CampaignId.Parse("all.announcement-1"));
        Assert.Equal(new CampaignRange(Invitation, 'a'), CampaignRange.Parse(new CampaignRange(Invitation, 'a').ToString()));
        Assert.Null(CampaignRange.Parse("nonsense"));
        Assert.Null(CampaignId.Parse("2026-13-austausch.invitation"));
    }

    [Theory]
    [InlineData(1, true, "1 Person ohne")]
    [InlineData(1, false, "mindestens 1 Person ohne")]
    [InlineData(2, false, "mindestens 2 Personen ohne")]
    public void Whom_a_mailing_does_not_reach_is_counted_in_German(int count, bool isCounted, string told) =>
        Assert.StartsWith(told, CampaignWords.NotReached(MailPreparation.NoMailbox, count, isCounted), StringComparison.Ordinal);
}
