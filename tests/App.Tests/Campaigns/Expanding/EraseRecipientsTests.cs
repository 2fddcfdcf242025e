using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.Campaigns.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Expanding;

public sealed class EraseRecipientsTests
{
    [Fact]
    public async Task Ninety_days_after_the_session_nobody_can_tell_who_was_invited_but_how_many()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        var next = await stage.PlanAsync(Sessions.On(2027, 1, 19));
        await stage.AddActiveAsync(5);
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.TickAsync(Sessions.At(2026, 12, 29, 9));
        await stage.DeliveredAsync(CampaignId.Invitation(next.Id));

        stage.Clock.SetUtcNow(October.End.AddDays(90).AddMinutes(-1));
        await stage.FireAsync(nameof(EraseRecipients));
        Assert.Equal(5, (await stage.DeliveriesAsync(Invitation)).Count);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseRecipients));
        await stage.FireAsync(nameof(EraseRecipients));

        Assert.Empty(await stage.DeliveriesAsync(Invitation));
        Assert.Equal(5, (await stage.CampaignAsync(Invitation))!.Recipients);
        Assert.Equal(5, (await stage.DeliveriesAsync(CampaignId.Invitation(next.Id))).Count);
    }

    [Fact]
    public async Task Recipients_of_an_announcement_are_forgotten_after_ninety_days()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync(2);
        using var staff = await stage.StaffAsync();
        var id = await staff.AnnounceAsync(new { subject = "Neues", text = "Ein Tipp." });
        await staff.DoAsync(id, "release?recipients=2");
        await stage.TickAsync();
        await stage.DeliveredAsync(id);

        stage.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseRecipients));
        Assert.Equal(2, (await stage.DeliveriesAsync(id)).Count);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseRecipients));
        Assert.Empty(await stage.DeliveriesAsync(id));
        Assert.Equal(2, (await stage.CampaignAsync(id))!.Recipients);
    }

    [Fact]
    public async Task Of_a_cancelled_session_it_is_thirty_days_after_it_was_cancelled()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(2);
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.PlanAsync(October with { Status = SessionStatus.Cancelled, CancelledAt = InvitationDay, Revision = 1 });

        stage.Clock.SetUtcNow(InvitationDay.AddDays(30).AddMinutes(-1));
        await stage.FireAsync(nameof(EraseRecipients));
        Assert.Equal(2, (await stage.DeliveriesAsync(Invitation)).Count);

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.FireAsync(nameof(EraseRecipients));
        Assert.Empty(await stage.DeliveriesAsync(Invitation));
    }
}
