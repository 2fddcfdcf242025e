using ThaffFunctions.Campaigns;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns;

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
}
