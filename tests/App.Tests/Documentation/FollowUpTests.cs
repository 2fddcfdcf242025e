using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Insights;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>That a session's documentation is public for the first time is told once, whatever happens.</summary>
public sealed class FollowUpTests
{
    const int MaxCalls = 60;

    [Fact]
    public async Task The_first_publication_is_noted_and_corrections_withdrawal_and_return_are_not()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["AzureWebJobs.NoteFollowUp.Disabled"] = "true",
            ["AzureWebJobs.ScheduleNotes.Disabled"] = "true"
        });
        var session = TestSessions.October;
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(Queues.FirstPublications);
        async Task<int> ToldAsync() => (await queue.PeekMessagesAsync(10)).Value.Length;

        await stage.DocumentAsync(session, "---\nstatus: entwurf\n---\nText");
        await stage.DocumentAsync(session, "## \n\nUnbrauchbar.");
        await stage.FireAsync("ReconcileDocumentation");
        Assert.Equal(0, await ToldAsync());

        await stage.DocumentAsync(session, "Erste Fassung.");
        Assert.Equal(1, await ToldAsync());

        await stage.DocumentAsync(session, "Zweite Fassung.");
        await stage.DeleteNotesAsync();
        await stage.PublishAsync();
        await stage.DocumentAsync(session, "Wieder da.");
        await stage.FireAsync("ReconcileDocumentation");
        Assert.Equal(1, await ToldAsync());
        Assert.Equal(session.Id.Value, (await queue.PeekMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task Told_twice_it_is_one_campaign_to_come_which_sends_nothing_yet()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.FireAsync("NoteFollowUp", TestSessions.October.Id.Value);
        var noted = await CampaignAsync(stage, TestSessions.October.Id);
        stage.Clock.Advance(TimeSpan.FromHours(1));
        await stage.FireAsync("NoteFollowUp", TestSessions.October.Id.Value);
        await stage.FireAsync(nameof(SendDueCampaigns));

        Assert.Equal(CampaignState.Planned, noted?.State);
        Assert.Equal(noted, await CampaignAsync(stage, TestSessions.October.Id));
        Assert.Empty(await stage.NoticesAsync());
    }

    [Fact]
    public async Task What_is_withdrawn_before_it_was_told_is_told_when_it_is_public_again()
    {
        var faults = new FaultyStorage(isDone: false, Queues.FirstPublications);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(
            settings: new() { ["AzureWebJobs.NoteFollowUp.Disabled"] = "true", ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" },
            storage: connection, replace: services => Replace(services, faults, connection));
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(Queues.FirstPublications);
        faults.StrikeAt(1);
        await Assert.ThrowsAsync<RequestFailedException>(() => stage.DocumentAsync(TestSessions.October, "Zu früh."));
        Assert.Contains("Zu früh.", await stage.HtmlAsync(), StringComparison.Ordinal);

        await stage.DeleteNotesAsync();
        await stage.PublishAsync();
        await stage.FireAsync("ReconcileDocumentation");
        Assert.Empty((await queue.PeekMessagesAsync(10)).Value);

        await stage.DocumentAsync(TestSessions.October, "Jetzt aber.");
        Assert.Single((await queue.PeekMessagesAsync(10)).Value);
    }

    [Fact]
    public async Task Two_instances_that_publish_a_session_first_at_once_note_it_once()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" });
        await using var other = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" },
            storage: stage.Storage);
        for (var round = 1; round <= 8; round++)
        {
            var session = InsightDesk.Planned(string.Create(CultureInfo.InvariantCulture, $"2026-10-termin{round}"));
            await stage.PlanAsync(session);
            await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", "Inhalt.");
            await Task.WhenAll(new[] { stage, other, stage, other }.Select(instance => instance.PublishAsync(session.Id)));

            await Stage.EventuallyAsync(async () => await CampaignAsync(stage, session.Id));
        }

        Assert.Equal(8, await stage.Service<CampaignStore>().AllAsync(CancellationToken.None).CountAsync());
        Assert.All(await stage.Service<PublishedStore>().SessionsAsync(default), entry => Assert.True(entry.IsAnnounced));
    }

    /// <summary>Each round cuts off the first publication of a session of its own, one call later than the round before.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publication_cut_off_at_any_call_is_noted_once_when_the_timer_comes(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(
            settings: new(NotesDesk.Impatient)
            {
                ["AzureWebJobs.ScheduleNotes.Disabled"] = "true",
                ["AzureWebJobs.PublishDocumentation.Disabled"] = "true",
                ["AzureWebJobs.PublishYearVolume.Disabled"] = "true",
            },
            storage: connection, replace: services => Replace(services, faults, connection));

        var (call, struck) = (0, false);
        do
        {
            var session = InsightDesk.Planned(string.Create(CultureInfo.InvariantCulture, $"2026-10-termin{++call}"));
            await stage.PlanAsync(session);
            await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", "## Offene Fragen\n\n- Wer zahlt?");
            faults.StrikeAt(call);
            try
            {
                await stage.Service<SessionPublisher>().PublishAsync(session.Id, TimeSpan.Zero, CancellationToken.None);
            }
            catch (RequestFailedException)
            {
                // as when the process ends here, and the message that began it is lost as well
            }

            struck = faults.End();
            await new NumberedEditions(stage, session).LetTheTimerComeAsync();
            await Stage.EventuallyAsync(async () => await CampaignAsync(stage, session.Id) is not null);
            Assert.Equal(["Wer zahlt?"], await stage.TextsAsync(session.Id));
        }
        while (struck);

        Assert.InRange(call, 10, MaxCalls);
        Assert.Equal(call, await stage.Service<CampaignStore>().AllAsync(CancellationToken.None)
            .CountAsync(campaign => campaign.State == CampaignState.Planned));
    }

    static Task<Campaign?> CampaignAsync(Stage stage, SessionId session) =>
        stage.Service<CampaignStore>().FindAsync(CampaignId.FollowUp(session), CancellationToken.None);

    static void Replace(IServiceCollection services, FaultyStorage faults, string connection)
    {
        faults.Replace(services, connection, retries: 0);
        var queues = new QueueClientOptions { Retry = { MaxRetries = 0 } };
        queues.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        services.AddSingleton(new QueueServiceClient(connection, queues));
    }
}
