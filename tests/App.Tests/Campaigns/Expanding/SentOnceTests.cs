using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.Invitations;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Mail;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Expanding;

public sealed class SentOnceTests
{
    [Fact]
    public async Task Fired_again_and_again_and_by_two_instances_at_once_everyone_gets_one_mail()
    {
        await using var one = await Stage.OpenAsync(InvitationDay);
        await using var two = await Stage.OpenAsync(InvitationDay, storage: one.Storage);
        await one.PlanAsync(October);
        await one.AddActiveAsync(60);

        await Task.WhenAll(one.TickAsync(), two.TickAsync(), one.TickAsync(), two.TickAsync());
        await one.DeliveredAsync(Invitation);
        await two.TickAsync(InvitationDay.AddMinutes(15));
        await one.DeliveredAsync(Invitation);

        var recipients = (await one.MailsAsync()).Concat(await two.MailsAsync()).Select(mail => mail.To).ToList();
        Assert.Equal(60, recipients.Count);
        Assert.Equal(60, recipients.Distinct().Count());
    }

    /// <summary>If the process ends and no event tells of them, these are the mails that come twice.</summary>
    [Fact]
    public async Task When_a_batch_is_handed_to_the_mail_service_no_other_waits_to_be_marked_as_sent()
    {
        var transport = new WatchingTransport();
        await using var stage = await Stage.OpenAsync(InvitationDay, replace: transport.Replace);
        transport.Deliveries = stage.Service<DeliveryStore>();
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(60);

        await stage.TickAsync();
        Assert.Equal(60, (await stage.DeliveredAsync(Invitation)).Count);

        Assert.InRange(transport.NotMarked.Count, 10, 16); // batches, one for each partition that has subscribers
        Assert.All(transport.NotMarked, count => Assert.Equal(0, count));
    }

    /// <summary>The batches of the other partitions are looked at only after the first: what it was answered holds for them.</summary>
    [Fact]
    public async Task When_the_mail_service_asks_to_wait_no_other_batch_is_posted_or_claimed()
    {
        var transport = new RecordingTransport(() => new SendOutcome.Throttled(InvitationDay.AddHours(1), TimeSpan.FromHours(1)));
        await using var stage = await Stage.OpenAsync(InvitationDay, Slow, transport.Replace);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(60);
        await stage.TickAsync();
        await stage.ExpandedAsync(Invitation);
        var partitions = (await stage.DeliveriesAsync(Invitation)).Select(delivery => delivery.Id.Partition).Distinct().ToList();

        await Task.WhenAll(partitions.Select(partition => stage.FireAsync(nameof(DeliverBatch), partition)));

        Assert.InRange(partitions.Count, 10, 16);
        Assert.Single(transport.Requests);
        Assert.All(await stage.DeliveriesAsync(Invitation), delivery => Assert.Equal(DeliveryState.Queued, delivery.State));
    }

    [Fact]
    public async Task Looking_before_starting_lets_both_instances_start_and_inserting_lets_one()
    {
        await using var stage = await Stage.OpenAsync();
        var campaigns = stage.Service<CampaignStore>();
        var campaign = Campaign.Start(Invitation, InvitationDay);

        var looked = new Barrier(2);
        var starting = await Task.WhenAll(LookAsync(), LookAsync());
        Assert.Equal([true, true], starting);

        var inserted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => campaigns.AddAsync(campaign, CancellationToken.None)));
        Assert.Single(inserted, first => first);

        Task<bool> LookAsync() => Task.Run(async () =>
        {
            var unknown = await campaigns.FindAsync(Invitation, CancellationToken.None) is null;
            looked.SignalAndWait();
            return unknown;
        });
    }

    [Fact]
    public async Task A_campaign_cut_off_after_its_row_is_taken_up_by_a_later_tick()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(12);
        await stage.Service<CampaignStore>().AddAsync(Campaign.Start(Invitation, InvitationDay), CancellationToken.None);
        await stage.TickAsync();
        Assert.Equal(CampaignState.Expanding, (await stage.CampaignAsync(Invitation))!.State);

        await stage.TickAsync(InvitationDay.AddMinutes(15));

        Assert.Equal(12, (await stage.DeliveredAsync(Invitation)).Count);
        Assert.Equal(12, (await stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task What_was_cut_off_longer_than_the_window_is_given_up_and_reported()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(5);
        var half = Campaign.Start(Invitation, InvitationDay).Finish('0', 7);
        await stage.Service<CampaignStore>().AddAsync(half, CancellationToken.None);

        await stage.TickAsync(InvitationDay.AddHours(48).AddMinutes(15));
        await stage.FireAsync(nameof(ExpandCampaign), new CampaignRange(Invitation, 'a').ToString());

        Assert.Equal(CampaignState.Overdue, (await stage.CampaignAsync(Invitation))!.State);
        Assert.Empty(await stage.DeliveriesAsync(Invitation));
        var report = await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).SingleOrDefault());
        Assert.Contains("ein Teil der Nachrichten ist verschickt", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expansion_cut_off_in_the_middle_goes_on_and_mails_each_once()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, settings: new() { ["AzureWebJobs.ExpandCampaign.Disabled"] = "true" });
        await stage.PlanAsync(October);
        var keys = Enumerable.Range(0, 250).Select(number => $"a{number:x31}").ToList();
        var partition = $"{Invitation}.a";
        var deliveries = stage.Service<CampaignDeliveryStore>();

        var half = keys.Where((_, number) => number % 3 == 0).ToAsyncEnumerable();
        Assert.Equal(84, await deliveries.WriteAsync(partition, InvitationMail.KindName, half, CancellationToken.None));
        Assert.Equal(250, await deliveries.WriteAsync(partition, InvitationMail.KindName, keys.ToAsyncEnumerable(),
            CancellationToken.None));
        Assert.Equal(250, await deliveries.WriteAsync(partition, InvitationMail.KindName, keys.ToAsyncEnumerable(),
            CancellationToken.None));

        Assert.Equal(keys, (await stage.DeliveriesAsync(Invitation)).Select(delivery => delivery.Recipient));
    }

    [Fact]
    public async Task A_range_expanded_twice_is_counted_once()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, settings: Slow);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(40);
        await stage.Service<CampaignStore>().AddAsync(Campaign.Start(Invitation, InvitationDay), CancellationToken.None);

        foreach (var range in CampaignRange.AllOf(Invitation).SelectMany(range => new[] { range, range }))
            await stage.FireAsync(nameof(ExpandCampaign), new CampaignRange(Invitation, range).ToString());

        var campaign = await stage.CampaignAsync(Invitation);
        Assert.Equal((CampaignState.Sending, 40), (campaign!.State, campaign.Recipients));
        Assert.Equal(40, (await stage.DeliveriesAsync(Invitation)).Count);
    }

    [Fact]
    public async Task Twelve_hundred_subscribers_are_expanded_into_a_batch_for_each_partition()
    {
        await using var stage = await Stage.OpenAsync(InvitationDay, settings: Slow);
        await stage.PlanAsync(October);
        await stage.AddActiveAsync(1200);

        await stage.TickAsync();
        var campaign = await stage.ExpandedAsync(Invitation);

        var deliveries = await stage.DeliveriesAsync(Invitation);
        var batches = (await stage.Service<QueueServiceClient>().GetQueueClient(Queues.DeliveryBatches)
            .GetPropertiesAsync()).Value.ApproximateMessagesCount;
        Assert.Equal((1200, 1200), (campaign.Recipients, deliveries.Select(delivery => delivery.Recipient).Distinct().Count()));
        Assert.Equal(deliveries.Select(delivery => delivery.Id.Partition).Distinct().Count(), batches);
        Assert.Equal(16, batches);
    }

    [Theory]
    [InlineData("2026-10-unbekannt.invitation/a")]
    [InlineData("2026-10-sprache-im-betrieb.invitation/a")]
    public async Task A_message_about_no_campaign_is_done_with(string message)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.FireAsync(nameof(ExpandCampaign), message);
    }

    /// <summary>Accepts everything, and looks what was accepted before and is not marked yet.</summary>
    sealed class WatchingTransport : IMailTransport
    {
        readonly ConcurrentQueue<DeliveryId> accepted = new();

        public DeliveryStore? Deliveries { get; set; }

        /// <summary>How many, for each request.</summary>
        public ConcurrentQueue<int> NotMarked { get; } = new();

        public void Replace(IServiceCollection services) => services.AddSingleton<IMailTransport>(this);

        public async Task<SendOutcome> SendAsync(MailRequest request)
        {
            DeliveryId[] before = [.. accepted];
            foreach (var recipient in request.Recipients) accepted.Enqueue(recipient.Delivery);
            var rows = await Task.WhenAll(before.Select(id => Deliveries!.FindAsync(id, CancellationToken.None)));
            NotMarked.Enqueue(rows.Count(row => row is not { State: DeliveryState.Sent }));
            return new SendOutcome.Accepted(null);
        }
    }
}
