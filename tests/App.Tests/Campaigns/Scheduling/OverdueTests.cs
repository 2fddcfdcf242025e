using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Scheduling;

public sealed class OverdueTests : IAsyncLifetime
{
    const string Staff = "redaktion@thaff.example";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync("ada@werkstatt.example");
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Late_within_the_window_it_is_still_sent()
    {
        await stage.TickAsync(InvitationDay.AddHours(48));

        Assert.Single(await stage.DeliveredAsync(Invitation));
    }

    [Fact]
    public async Task Overdue_beyond_the_window_it_is_reported_once_and_never_sent()
    {
        var late = InvitationDay.AddHours(48).AddMinutes(15);
        await stage.TickAsync(late);
        var report = Assert.Single(await ReportsAsync(1)); // the clock must not jump while a mail is handed over
        await stage.TickAsync(late.AddMinutes(15));
        await stage.TickAsync(late.AddMinutes(30));
        await stage.TickAsync(late.AddDays(1));
        await stage.TickAsync(late.AddDays(2));

        Assert.Contains("Einladung zu „Sprache im Betrieb“ am Montag, 5. Oktober 2026", report.Text, StringComparison.Ordinal);
        Assert.Single(await ReportsAsync(1));
        Assert.Equal((CampaignState.Overdue, 0),
            ((await stage.CampaignAsync(Invitation))!.State, (await stage.DeliveriesAsync(Invitation)).Count));
        Assert.Empty(await stage.MailsAsync("ada@werkstatt.example"));
    }

    [Fact]
    public async Task What_was_prepared_in_time_but_could_not_be_sent_within_the_window_is_skipped_and_reported()
    {
        await using var stuck = await Stage.OpenAsync(InvitationDay, settings: Slow);
        await stuck.PlanAsync(October);
        await stuck.AddActiveAsync("ada@werkstatt.example");
        await stuck.TickAsync();
        var prepared = Assert.Single(await ExpandedAsync(stuck));

        stuck.Clock.Advance(TimeSpan.FromHours(49));
        await stuck.FireAsync("DeliverBatch", prepared.Id.Partition);
        await stuck.TickAsync();

        var skipped = Assert.Single(await stuck.DeliveriesAsync(Invitation));
        Assert.Equal((DeliveryState.Skipped, "Für diese Aussendung war es zu spät."), (skipped.State, skipped.Reason));
        var report = await Stage.EventuallyAsync(async () => (await stuck.MailsAsync(Staff)).SingleOrDefault());
        Assert.Contains("Einladung zu „Sprache im Betrieb“", report.Text, StringComparison.Ordinal);
        Assert.Empty(await stuck.MailsAsync("ada@werkstatt.example"));
    }

    [Fact]
    public async Task What_is_missed_later_the_same_day_stands_in_the_next_days_report()
    {
        var late = InvitationDay.AddHours(49);
        await stage.TickAsync(late);
        var second = await stage.PlanAsync(October with { Id = SessionId.Parse("2026-10-zweiter")!.Value, Title = "Anerkennung" });
        await stage.TickAsync(late.AddHours(1));
        Assert.Equal(CampaignState.Overdue, (await stage.CampaignAsync(CampaignId.Invitation(second.Id)))!.State);
        Assert.DoesNotContain("Anerkennung", Assert.Single(await ReportsAsync(1)).Text, StringComparison.Ordinal);

        await stage.TickAsync(late.AddDays(1));

        var next = (await ReportsAsync(2))[^1];
        Assert.Contains("Anerkennung", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sprache", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_cut_off_before_its_mail_is_told_by_the_next_tick()
    {
        var late = InvitationDay.AddHours(49);
        await stage.Service<CampaignStore>().AddAsync(Campaign.Missed(Invitation, late) with { ReportedOn = new(2026, 9, 16) },
            CancellationToken.None);

        await stage.TickAsync(late);

        Assert.Contains("Sprache im Betrieb", Assert.Single(await ReportsAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_session_that_is_gone_nothing_is_reported()
    {
        var (now, later) = (Sessions.At(2026, 9, 1, 12), Sessions.At(2026, 9, 2, 9));
        await MissAsync(CampaignId.FollowUp(SessionId.Parse("2026-05-weg")!.Value), now);
        await stage.TickAsync(now);
        await MissAsync(CampaignId.FollowUp(SessionId.Parse("2026-06-weg")!.Value), later);
        await MissAsync(CampaignId.Digest(new(2026, 9, 1)), later);
        await stage.TickAsync(later);

        var report = Assert.Single(await ReportsAsync(1));
        Assert.Contains("Monatsüberblick vom Dienstag, 1. September 2026", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nachlese", report.Text, StringComparison.Ordinal);

        Task MissAsync(CampaignId id, DateTimeOffset at) =>
            stage.Service<CampaignStore>().AddAsync(Campaign.Missed(id, at) with { Due = now }, default);
    }

    [Fact]
    public async Task What_was_past_when_it_was_imported_and_what_is_cancelled_is_passed_over_in_silence()
    {
        var now = Sessions.At(2026, 11, 2, 10);
        await stage.PlanAsync(October with { Status = SessionStatus.Cancelled });
        await stage.PlanAsync(Sessions.On(2026, 6, 2) with { PublishedAt = now });

        await stage.TickAsync(now);
        await stage.TickAsync(now.AddDays(1));

        Assert.Empty(await stage.Service<CampaignStore>().AllAsync(CancellationToken.None).ToListAsync());
    }

    static async Task<IReadOnlyList<Delivery>> ExpandedAsync(Stage stage)
    {
        await stage.ExpandedAsync(Invitation);
        return await stage.DeliveriesAsync(Invitation);
    }

    async Task<IReadOnlyList<SentMail>> ReportsAsync(int count) => await Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(Staff)).Where(mail => mail.Subject.Contains("verpasste", StringComparison.Ordinal)).ToList() is { } mails
            && mails.Count >= count ? mails : null);
}
