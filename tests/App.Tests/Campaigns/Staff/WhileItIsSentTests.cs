using System.Net;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Staff;

/// <summary>Staff stop a mailing while it leaves, let it go on, end it, and try again what failed.</summary>
public sealed class WhileItIsSentTests
{
    [Fact]
    public async Task Paused_while_it_is_sent_it_stops_within_one_batch_and_resumed_nobody_gets_it_twice()
    {
        await using var stage = await UnderWayAsync();
        using var staff = await stage.StaffAsync();
        var before = (await stage.InvitedAsync()).Count;

        await staff.DoAsync(Invitation, "pause");
        await stage.DeliverAsync(Invitation);
        stage.Clock.Advance(TimeSpan.FromHours(60));
        await stage.TickAsync();
        Assert.Equal(before, (await stage.InvitedAsync()).Count);
        Assert.InRange(before, 1, 11);

        await staff.DoAsync(Invitation, "resume");
        while ((await stage.DeliveriesAsync(Invitation)).Any(delivery => delivery.State == DeliveryState.Queued))
            await stage.DeliverAsync(Invitation);
        Assert.Equal((12, 12), ((await stage.InvitedAsync()).Count, (await stage.InvitedAsync()).Distinct().Count()));
    }

    [Fact]
    public async Task Paused_while_it_is_expanded_it_goes_on_where_it_was()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["AzureWebJobs.ExpandCampaign.Disabled"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        var ranges = CampaignRange.AllOf(Invitation);
        foreach (var range in ranges[..8]) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");
        var before = (await stage.DeliveriesAsync(Invitation)).Count;
        await staff.DoAsync(Invitation, "pause");
        foreach (var range in ranges[8..]) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");
        Assert.Equal(before, (await stage.DeliveriesAsync(Invitation)).Count);

        await staff.DoAsync(Invitation, "resume");
        foreach (var range in ranges) await stage.FireAsync("ExpandCampaign", $"{Invitation}/{range}");

        Assert.Equal((CampaignState.Sending, 12),
            await stage.CampaignAsync(Invitation) is { } campaign ? (campaign.State, campaign.Recipients) : default);
    }

    [Fact]
    public async Task Cancelled_while_it_is_sent_the_rest_is_skipped_and_the_log_tells_who_got_it()
    {
        await using var stage = await UnderWayAsync();
        using var staff = await stage.StaffAsync();
        var got = await stage.InvitedAsync();

        await staff.DoAsync(Invitation, "cancel");
        while ((await stage.DeliveriesAsync(Invitation)).Any(delivery => delivery.State == DeliveryState.Queued))
            await stage.DeliverAsync(Invitation);

        Assert.Equal(got, await stage.InvitedAsync());
        var log = (await staff.ReadAsync(Invitation, "/deliveries"))["deliveries"]!.AsArray();
        Assert.Equal(12, log.Count);
        Assert.Equal(got, log.Where(one => (string)one!["state"]! is "Sent" or "Delivered").Select(one => (string)one!["to"]!).Order());
        Assert.All(log.Where(one => (string)one!["state"]! == "Skipped"),
            one => Assert.Equal("Die Aussendung wurde abgebrochen.", (string)one!["reason"]!));
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "resume")).StatusCode);
    }

    [Fact]
    public async Task A_campaign_is_not_done_while_a_mail_has_no_answer_and_what_failed_is_tried_again_when_staff_say_so()
    {
        SendOutcome outcome = new SendOutcome.NoAnswer();
        var transport = new RecordingTransport(() => outcome);
        await using var stage = await Stage.OpenAsync(InvitationDay, Slow, transport.Replace);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);

        await stage.TickAsync();
        Assert.Equal(CampaignState.Sending, (await stage.CampaignAsync(Invitation))!.State);

        outcome = new SendOutcome.Refused("SendGrid 400", new HashSet<int>());
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");
        await stage.DeliverAsync(Invitation);
        await stage.TickAsync();
        Assert.Equal((CampaignState.Done, DeliveryState.Failed),
            ((await stage.CampaignAsync(Invitation))!.State, Assert.Single(await stage.DeliveriesAsync(Invitation)).State));

        outcome = new SendOutcome.Accepted(null);
        await staff.DoAsync(Invitation, "retry");
        await stage.DeliverAsync(Invitation);
        await stage.TickAsync();
        Assert.Equal((CampaignState.Done, DeliveryState.Sent),
            ((await stage.CampaignAsync(Invitation))!.State, Assert.Single(await stage.DeliveriesAsync(Invitation)).State));
        Assert.Equal(3, transport.Requests.Count(request => request.Kind == "invitation"));
    }

    [Fact]
    public async Task Where_a_setting_says_so_what_is_under_way_waits_on_a_sunday()
    {
        var saturday = Sessions.At(2026, 9, 12, 23);
        await using var stage = await Stage.OpenAsync(saturday, new(Slow) { ["Campaigns:NotOnRestDays"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        await stage.Service<CampaignStore>().AddAsync(Campaign.Start(Invitation, saturday), CancellationToken.None);
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);

        stage.Clock.SetUtcNow(Sessions.At(2026, 9, 13, 12));
        await stage.DeliverAsync(Invitation);
        Assert.Empty(await stage.InvitedAsync());
        stage.Clock.SetUtcNow(Sessions.At(2026, 9, 14, 0));
        await stage.DeliverAsync(Invitation);

        Assert.Single(await stage.InvitedAsync());
    }

    /// <summary>Twelve are invited one by one, and the first have their mail.</summary>
    static async Task<Stage> UnderWayAsync()
    {
        var stage = await Stage.OpenAsync(InvitationDay, new(Slow) { ["SendGrid:BatchSize"] = "1" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        await stage.DeliverAsync(Invitation);
        return stage;
    }
}
