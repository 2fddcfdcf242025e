using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail.Recovery;

public sealed class RecoverDeliveriesTests
{
    [Fact]
    public async Task A_delivery_whose_message_got_lost_is_found_and_sent()
    {
        await using var stage = await TestMails.OpenAsync();
        var id = (await stage.WriteAsync(TestMails.Kind, "ada@firma.example"))[0];

        await stage.FireAsync("RecoverDeliveries");
        Assert.Equal(DeliveryState.Queued, (await stage.FindAsync(id)).State); // its message may still come

        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        await stage.FireAsync("RecoverDeliveries");
        await stage.FireAsync("RecoverDeliveries");
        await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Single(await stage.MailsAsync());
    }

    [Fact]
    public async Task A_batch_whose_message_got_lost_is_found_and_sent()
    {
        await using var stage = await TestMails.OpenAsync();
        var ids = await stage.WriteAsync(TestMails.BatchKind, "ada@firma.example", "bo@firma.example");

        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        await stage.FireAsync("RecoverDeliveries");

        foreach (var id in ids) await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Equal(2, (await stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task Messages_do_not_pile_up_while_a_mail_cannot_be_sent()
    {
        await using var stage = await TestMails.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.WriteAsync(TestMails.Kind, "ada@firma.example");
        stage.Clock.Advance(TimeSpan.FromMinutes(11));

        for (var run = 0; run < 3; run++) await stage.FireAsync("RecoverDeliveries");

        var queue = stage.Service<Azure.Storage.Queues.QueueServiceClient>().GetQueueClient(Queues.Deliveries);
        Assert.Single((await queue.PeekMessagesAsync(10)).Value);
    }

    [Fact]
    public async Task A_partition_is_looked_after_until_all_its_deliveries_are_settled()
    {
        await using var stage = await TestMails.OpenAsync(_ => null);
        var id = (await stage.WriteAsync(TestMails.Kind, "ada@firma.example"))[0];

        stage.Clock.Advance(TimeSpan.FromHours(3));
        await stage.FireAsync("RecoverDeliveries");
        Assert.Single(await OpenAsync(stage));
        await stage.ReachesAsync(id, DeliveryState.Skipped);
        await stage.FireAsync("RecoverDeliveries");
        Assert.Empty(await OpenAsync(stage));

        await stage.Service<OpenPartitions>().OpenAsync(Tables.Deliveries, TestMails.Partition, CancellationToken.None);
        await stage.FireAsync("RecoverDeliveries");
        Assert.Single(await OpenAsync(stage)); // deliveries may be written into it any moment
    }

    [Fact]
    public async Task A_partition_opened_again_while_it_is_closed_stays_open()
    {
        await using var stage = await TestMails.OpenAsync();
        var partitions = stage.Service<OpenPartitions>();
        await partitions.OpenAsync(Tables.Deliveries, TestMails.Partition, CancellationToken.None);
        var read = Assert.Single(await OpenAsync(stage));

        stage.Clock.Advance(TimeSpan.FromMinutes(40));
        await partitions.OpenAsync(Tables.Deliveries, TestMails.Partition, CancellationToken.None);
        await partitions.CloseAsync(read, CancellationToken.None);

        Assert.Single(await OpenAsync(stage));
    }

    static async Task<List<OpenPartition>> OpenAsync(Stage stage) =>
        await stage.Service<OpenPartitions>().AllAsync(CancellationToken.None).ToListAsync();
}
