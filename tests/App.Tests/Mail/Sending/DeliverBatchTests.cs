using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared.Storage;
using EmailAddress = ThaffFunctions.Shared.EmailAddress;

namespace ThaffFunctions.Tests.Mail.Sending;

public sealed class DeliverBatchTests
{
    static string[] Addresses(int count) => [.. Enumerable.Range(0, count).Select(n => $"person{n}@firma.example")];

    [Fact]
    public async Task Everyone_gets_one_mail_of_their_own_in_few_requests()
    {
        await using var stage = await TestMails.OpenAsync(settings: new() { ["SendGrid:BatchSize"] = "120" });
        await stage.WriteAsync(TestMails.BatchKind, Addresses(300));

        await PostAsync(stage);

        await Stage.EventuallyAsync(async () => (await stage.CountAsync()).GetValueOrDefault(DeliveryState.Delivered) == 300);
        var mails = await stage.MailsAsync();
        Assert.Equal(300, mails.DistinctBy(mail => mail.To).Count());
        Assert.Equal(300, mails.Count);
        Assert.Equal(3, mails.DistinctBy(mail => mail.Id.Split('.')[0]).Count());
        var mine = mails.Single(mail => mail.To == "person7@firma.example");
        Assert.Equal("Einladung für person7 & <Söhne>", mine.Subject);
        Assert.Equal("Guten Tag person7 & <Söhne>\n\nAbbestellen: https://thaff.example/abmelden?t=delivery-0007&q=1\n", mine.Text);
        Assert.Contains("Guten Tag person7 &amp; &lt;S&#246;hne&gt;", mine.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://thaff.example/abmelden?t=delivery-0007&amp;q=1\"", mine.Html, StringComparison.Ordinal);
        Assert.Equal("<https://thaff.example/abmelden?t=delivery-0007&q=1>", mine.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task A_batch_leaves_a_message_that_says_where_to_go_on()
    {
        await using var stage = await TestMails.OpenAsync(
            settings: new() { ["SendGrid:BatchSize"] = "120", ["AzureWebJobs.DeliverBatch.Disabled"] = "true" });
        await stage.WriteAsync(TestMails.BatchKind, Addresses(250));
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(Queues.DeliveryBatches);

        await stage.FireAsync("DeliverBatch", TestMails.Partition);
        var next = (await queue.PeekMessageAsync()).Value.MessageText;
        Assert.Equal($"{TestMails.Partition}|delivery-0119", next);
        await stage.FireAsync("DeliverBatch", next);
        await stage.FireAsync("DeliverBatch", $"{TestMails.Partition}|delivery-0239");

        Assert.Equal(2, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount); // the last batch was not full
        Assert.Equal(250, (await stage.MailsAsync()).DistinctBy(mail => mail.To).Count());
    }

    [Theory]
    [InlineData(new[] { 2, 4 }, "|delivery-0001")] // behind those that have theirs
    [InlineData(new[] { 0, 3 }, "")]
    public async Task Who_gets_other_words_gets_them_next(int[] later, string from)
    {
        await using var stage = await TestMails.OpenAsync(
            batch: mail => mail with
            {
                Later = mail.Recipients.Where(recipient => later.Any(n => recipient.Delivery.Row.EndsWith($"{n}", StringComparison.Ordinal)))
                    .Select(recipient => recipient.Delivery).ToHashSet(),
                Recipients = [.. mail.Recipients.Where(recipient =>
                    !later.Any(n => recipient.Delivery.Row.EndsWith($"{n}", StringComparison.Ordinal)))],
            },
            settings: new() { ["AzureWebJobs.DeliverBatch.Disabled"] = "true" });
        var ids = await stage.WriteAsync(TestMails.BatchKind, Addresses(5));

        await stage.FireAsync("DeliverBatch", TestMails.Partition);

        Assert.Equal(later, Enumerable.Range(0, 5).Where(n => stage.FindAsync(ids[n]).Result.State == DeliveryState.Queued));
        var next = await stage.Service<QueueServiceClient>().GetQueueClient(Queues.DeliveryBatches).PeekMessageAsync();
        Assert.Equal(TestMails.Partition + from, next.Value.MessageText);
    }

    [Fact]
    public async Task Two_instances_at_once_and_messages_twice_make_one_mail_for_each()
    {
        var small = new Dictionary<string, string> { ["SendGrid:BatchSize"] = "120" };
        await using var stage = await TestMails.OpenAsync(settings: small);
        await using var other = await TestMails.OpenAsync(
            storage: stage.Storage, settings: new(small) { ["SendGrid:Host"] = stage.Http.BaseAddress!.ToString() });
        await stage.WriteAsync(TestMails.BatchKind, Addresses(300));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? stage : other).FireAsync("DeliverBatch", TestMails.Partition)));

        await Stage.EventuallyAsync(async () =>
            !(await stage.CountAsync()).Keys.Any(state => state is DeliveryState.Queued or DeliveryState.Sending));
        Assert.Equal(Addresses(300).Order(), (await stage.MailsAsync()).Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task Addresses_that_are_refused_are_set_aside_and_the_rest_is_sent()
    {
        await using var stage = await TestMails.OpenAsync();
        string[] addresses = ["eins@firma.example", "kaputt@nirgends", "zwei@firma.example", "schlimm@@firma.example",
            "drei@firma.example"];
        var ids = await stage.WriteAsync(TestMails.BatchKind, addresses);

        await PostAsync(stage);

        foreach (var n in new[] { 0, 2, 4 }) await stage.ReachesAsync(ids[n], DeliveryState.Delivered);
        foreach (var n in new[] { 1, 3 })
            Assert.Contains("valid address", (await stage.ReachesAsync(ids[n], DeliveryState.Failed)).Reason, StringComparison.Ordinal);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example")).Count == 1);
        Assert.Equal(3, (await stage.MailsAsync()).Count(mail => mail.To.EndsWith("@firma.example", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_campaign_that_may_not_be_sent_now_waits_and_goes_on_later()
    {
        var paused = true;
        await using var stage = await TestMails.OpenAsync(batch: mail => paused ? null : mail);
        var ids = await stage.WriteAsync(TestMails.BatchKind, Addresses(3));

        await stage.FireAsync("DeliverBatch", TestMails.Partition);
        Assert.Equal(3, (await stage.CountAsync())[DeliveryState.Queued]);
        paused = false;
        await PostAsync(stage);

        foreach (var id in ids) await stage.ReachesAsync(id, DeliveryState.Delivered);
    }

    [Fact]
    public async Task Who_is_missing_or_suppressed_is_skipped_and_an_address_that_stands_twice_gets_one_mail()
    {
        await using var stage = await TestMails.OpenAsync(batch: mail => mail with { Recipients = [.. mail.Recipients.Skip(1)] });
        await stage.Service<Suppression>().SuppressAsync(EmailAddress.Stored("aus@firma.example"), SuppressionScope.MailingList,
            CancellationToken.None);
        var ids = await stage.WriteAsync(TestMails.BatchKind, "weg@firma.example", "aus@firma.example", "doppelt@firma.example",
            "Doppelt@firma.example");

        await stage.FireAsync("DeliverBatch", TestMails.Partition);

        Assert.Equal(DeliveryState.Skipped, (await stage.FindAsync(ids[0])).State);
        Assert.Equal(DeliveryState.Skipped, (await stage.FindAsync(ids[1])).State);
        Assert.Equal("doppelt@firma.example", Assert.Single(await stage.MailsAsync()).To);
        Assert.Equal((DeliveryState.Skipped, "Diese Adresse bekommt dieselbe Nachricht schon."),
            (await stage.FindAsync(ids[3]) is { } twin ? (twin.State, twin.Reason) : default));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("2")]
    public async Task A_wait_that_the_mail_service_asks_for_is_kept_with_one_message(string batchSize)
    {
        await using var stage = await TestMails.OpenAsync(settings: new() { ["SendGrid:BatchSize"] = batchSize });
        await stage.FailAsync("429", resetAfterSeconds: 2);
        var ids = await stage.WriteAsync(TestMails.BatchKind, Addresses(3));

        await stage.FireAsync("DeliverBatch", TestMails.Partition);
        Assert.All(ids.Select(stage.FindAsync), one => Assert.Equal((DeliveryState.Queued, 0), (one.Result.State, one.Result.Attempts)));
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(Queues.DeliveryBatches);
        Assert.Equal(1, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        stage.Clock.Advance(TimeSpan.FromSeconds(3));

        foreach (var id in ids) await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Equal(3, (await stage.MailsAsync()).Count);
    }

    [Fact]
    public async Task Those_that_rest_after_five_failed_tries_are_left_alone_and_do_not_stand_before_the_others()
    {
        await using var stage = await TestMails.OpenAsync(settings: new() { ["SendGrid:BatchSize"] = "2" });
        var ids = await stage.WriteAsync(TestMails.BatchKind, Addresses(3));
        await stage.FailAsync("500", count: RetryPolicy.MaxAttempts);
        for (var tries = 1; tries <= RetryPolicy.MaxAttempts; tries++) await stage.FailsAsync("DeliverBatch", TestMails.Partition);

        await stage.FireAsync("DeliverBatch", TestMails.Partition);

        await stage.ReachesAsync(ids[2], DeliveryState.Delivered);
        Assert.All(ids.Take(2).Select(stage.FindAsync),
            one => Assert.Equal((DeliveryState.Queued, 5), (one.Result.State, one.Result.Attempts)));
        stage.Clock.Advance(TimeSpan.FromMinutes(75));
        await stage.FireAsync("RecoverDeliveries");
        foreach (var id in ids) await stage.ReachesAsync(id, DeliveryState.Delivered);
        Assert.Equal(3, (await stage.MailsAsync()).Count(mail => mail.To.EndsWith("@firma.example", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_composer_that_breaks_five_times_fails_the_deliveries()
    {
        await using var stage = await TestMails.OpenAsync(batch: _ => throw new InvalidOperationException());
        await stage.WriteAsync(TestMails.BatchKind, Addresses(150));

        for (var tries = 1; tries <= RetryPolicy.MaxAttempts; tries++)
            await stage.FailsAsync("DeliverBatch", TestMails.Partition);

        Assert.Equal(150, (await stage.CountAsync())[DeliveryState.Failed]);
    }

    /// <summary>A process that dies: the exception is none that anybody handles.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_around_the_hand_over_leaves_a_state_that_ends_right(bool accepted)
    {
        var crashes = 1;
        await using var stage = await TestMails.OpenAsync(replace: services =>
        {
            services.AddSingleton<SendGridTransport>();
            services.AddSingleton<IMailTransport>(provider => new CrashingTransport(
                provider.GetRequiredService<SendGridTransport>(), () => Interlocked.Decrement(ref crashes) >= 0, accepted));
        });
        await stage.WriteAsync(TestMails.BatchKind, Addresses(250));

        await stage.FailsAsync("DeliverBatch", TestMails.Partition);
        if (accepted) await Stage.EventuallyAsync(async () => (await stage.CountAsync()).GetValueOrDefault(DeliveryState.Delivered) == 250);
        stage.Clock.Advance(TimeSpan.FromMinutes(31));
        await stage.FireAsync("RecoverDeliveries");

        await Stage.EventuallyAsync(async () => (await stage.CountAsync()).GetValueOrDefault(DeliveryState.Delivered) == 250);
        Assert.Equal(Addresses(250).Order(), (await stage.MailsAsync()).Select(mail => mail.To).Order());
    }

    sealed class CrashingTransport(IMailTransport real, Func<bool> now, bool accepted) : IMailTransport
    {
        public async Task<SendOutcome> SendAsync(MailRequest request)
        {
            var crash = now();
            if (crash && !accepted) throw new InvalidOperationException("the process died");
            var outcome = await real.SendAsync(request);
            return crash ? throw new InvalidOperationException("the process died") : outcome;
        }
    }

    static Task PostAsync(Stage stage) => stage.Service<MessageSender>().SendAsync(Queues.DeliveryBatches, TestMails.Partition);
}
