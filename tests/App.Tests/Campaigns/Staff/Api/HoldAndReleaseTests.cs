using System.Net;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Staff.Api;

/// <summary>Staff decide over every mailing before it leaves.</summary>
public sealed class HoldAndReleaseTests
{
    [Fact]
    public async Task Held_it_waits_and_released_it_goes_out_and_is_done_when_every_mail_is()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await staff.DoAsync(Invitation, "hold");
        await staff.DoAsync(Invitation, "hold");

        await stage.TickAsync(InvitationDay);
        Assert.Equal(CampaignState.Held, (await stage.CampaignAsync(Invitation))!.State);
        await staff.DoAsync(Invitation, "release");
        await stage.TickAsync(InvitationDay.AddMinutes(15));
        await stage.DeliveredAsync(Invitation);
        await stage.TickAsync(InvitationDay.AddMinutes(30));

        Assert.Equal("Done", (string)(await staff.ReadAsync(Invitation))["campaign"]!["state"]!);
        Assert.Equal(["ada@firma.example"], await stage.InvitedAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "hold")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "cancel")).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Held_beyond_its_window_it_is_reported_and_not_sent(bool isPaused)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await staff.DoAsync(Invitation, isPaused ? "pause" : "hold");

        await stage.TickAsync(InvitationDay.AddHours(49));

        Assert.Equal(CampaignState.Overdue, (await stage.CampaignAsync(Invitation))!.State);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).SingleOrDefault());
        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "release")).StatusCode);
        Assert.Empty(await stage.InvitedAsync());
    }

    [Fact]
    public async Task Where_a_setting_asks_for_it_nothing_goes_out_that_was_not_released()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Campaigns:NeedsRelease"] = "true" });
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@firma.example");
        using var staff = await stage.StaffAsync();
        await stage.TickAsync(InvitationDay);
        Assert.Null(await stage.CampaignAsync(Invitation));

        Assert.Equal(HttpStatusCode.Conflict, (await staff.ActAsync(Invitation, "release?recipients=7")).StatusCode);
        await staff.DoAsync(Invitation, "release?recipients=1");
        await stage.TickAsync(InvitationDay.AddMinutes(15));

        Assert.Single(await stage.DeliveredAsync(Invitation));
    }
}
