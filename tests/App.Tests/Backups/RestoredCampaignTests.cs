using ThaffFunctions.Backups;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.Campaigns.Staff;
using static ThaffFunctions.Tests.Backups.RestoreDesk;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Backups;

/// <summary>Campaigns whose latest decisions were lost with the storage.</summary>
public sealed class RestoredCampaignTests
{
    [Theory]
    [InlineData(CampaignState.Held, "hold")]
    [InlineData(CampaignState.Paused, "pause")]
    [InlineData(CampaignState.Cancelled, "cancel")]
    [InlineData(CampaignState.Held, "release", "hold")]
    [InlineData(CampaignState.Cancelled, "pause", "cancel")]
    public async Task What_staff_stopped_since_the_backup_is_not_sent_after_it(CampaignState expected, params string[] acts)
    {
        await using var stage = await OpenAsync();
        await stage.FireAsync(nameof(BackUpTables));
        using var staff = await stage.StaffAsync();
        foreach (var act in acts)
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
            await staff.DoAsync(Invitation, act);
        }

        await DestroyAsync(stage);
        await RestoreAsync(stage);
        await stage.TickAsync(InvitationDay);

        Assert.Equal(expected, (await stage.CampaignAsync(Invitation))!.State);
        Assert.Empty(await stage.DeliveriesAsync(Invitation));
        if (expected == CampaignState.Cancelled) return;

        await staff.DoAsync(Invitation, expected == CampaignState.Held ? "release" : "resume"); // staff may go on
        await stage.TickAsync();
        await stage.DeliveredAsync(Invitation);
        Assert.Equal(2, (await stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task What_staff_released_since_the_backup_goes_out_as_planned()
    {
        await using var stage = await OpenAsync();
        using var staff = await stage.StaffAsync();
        await stage.FireAsync(nameof(BackUpTables));
        await staff.DoAsync(Invitation, "hold");
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await staff.DoAsync(Invitation, "release");

        await DestroyAsync(stage);
        await RestoreAsync(stage);
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);

        Assert.Equal(2, (await stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task A_digest_held_long_before_it_is_due_is_due_when_it_was_planned_for()
    {
        await using var stage = await OpenAsync();
        stage.Clock.SetUtcNow(Sessions.At(2026, 11, 15, 3));
        await stage.FireAsync(nameof(BackUpTables));
        stage.Clock.Advance(TimeSpan.FromHours(7));
        var (digest, due) = (CampaignId.Digest(new(2026, 12, 1)), Sessions.At(2026, 12, 1, 9));
        await stage.Service<CampaignStore>().AddAsync(Campaign.Plan(digest, stage.Clock.GetUtcNow()) with { Due = due }, default);
        using var staff = await stage.StaffAsync();
        await staff.DoAsync(digest, "hold");

        await DestroyAsync(stage);
        await RestoreAsync(stage);
        await staff.DoAsync(digest, "release");
        await stage.TickAsync(due.AddMinutes(-15));

        var restored = (await stage.CampaignAsync(digest))!;
        Assert.Equal((CampaignState.Released, due), (restored.State, restored.Due!.Value));
    }

    [Theory]
    [InlineData(false, CampaignState.Paused)]
    [InlineData(true, CampaignState.Done)]
    public async Task What_went_out_since_the_backup_is_not_sent_again(bool isDone, CampaignState expected)
    {
        await using var stage = await OpenAsync();
        await stage.FireAsync(nameof(BackUpTables));
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        if (isDone) await stage.TickAsync();
        var state = (await stage.CampaignAsync(Invitation))!.State;
        await RestoreAsync(stage);
        Assert.Equal(state, (await stage.CampaignAsync(Invitation))!.State); // what was not lost goes on

        await DestroyAsync(stage);
        await RestoreAsync(stage);
        await stage.TickAsync();

        Assert.Equal(expected, (await stage.CampaignAsync(Invitation))!.State);
        Assert.Empty(await stage.DeliveriesAsync(Invitation));
        Assert.Equal(2, (await stage.MailsAsync()).Count);
    }

    /// <summary>In the night before the invitation is due, with two subscribers.</summary>
    static async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(2);
        stage.Clock.SetUtcNow(InvitationDay.AddHours(-6));
        return stage;
    }
}
