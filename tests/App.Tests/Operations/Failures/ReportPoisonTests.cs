using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Mail;

namespace ThaffFunctions.Tests.Operations.Failures;

public sealed class ReportPoisonTests
{
    [Fact]
    public async Task Staff_hear_once_a_day_of_messages_that_were_given_up()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.FireAsync("ReportPoison");
        Assert.Empty(await stage.MailsAsync());
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + "-poison");
        await poison.CreateAsync();
        await poison.SendMessageAsync("kein Termin");

        for (var n = 0; n < 3; n++) await stage.FireAsync("ReportPoison");
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()) is [var first, ..] ? first : null);
        Assert.Contains("publications-poison: 1", mail.Text, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.FireAsync("ReportPoison");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);
    }

    [Fact]
    public async Task Messages_whose_work_was_done_since_are_removed_and_the_others_stay()
    {
        await using var stage = await TestMails.OpenAsync(settings: new() { ["AzureWebJobs.ScheduleNotes.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
        await stage.PutNotesAsync("Was schon veröffentlicht ist.");
        await stage.PublishAsync();
        await stage.PutAsync(Containers.Notes, "2026-11-neu/notes.md", "Was noch nicht veröffentlicht ist.");
        var mails = await stage.WriteAsync(TestMails.Kind, "ada@firma.example", "bo@firma.example");
        await stage.FireAsync("DeliverMail", mails[0].ToString());
        await stage.ReachesAsync(mails[0], DeliveryState.Delivered);
        var october = TestSessions.October.Id.Value;
        (string Queue, string[] Messages, string[] Kept)[] poison =
        [
            (Queues.Deliveries, [$"{mails[0]}", $"{mails[1]}", "kein Sinn"], [$"{mails[1]}", "kein Sinn"]),
            (Queues.DeliveryBatches, [TestMails.Partition, "2026-10-x.invitation.00"], [TestMails.Partition]),
            (Queues.CampaignExpansions, [$"{october}.invitation/0", "kein Sinn"], ["kein Sinn"]),
            (Queues.NewsletterWishes, [$"{october}/abc", "kein Sinn"], ["kein Sinn"]),
            (Queues.Publications, [october, "2026-11-neu", "kein Sinn"], ["2026-11-neu", "kein Sinn"]),
            (Queues.SessionChanges, [october], [october]), // nobody can tell
        ];
        var queues = stage.Service<QueueServiceClient>();
        foreach (var (queue, messages, _) in poison)
        {
            await queues.CreateQueueAsync(queue + Queues.Poison);
            foreach (var message in messages) await queues.GetQueueClient(queue + Queues.Poison).SendMessageAsync(message);
        }

        await stage.FireAsync("ReportPoison");

        foreach (var (queue, _, kept) in poison)
        {
            var left = (await queues.GetQueueClient(queue + Queues.Poison).PeekMessagesAsync(32)).Value;
            Assert.Equal(kept.Order(), left.Select(message => message.Body.ToString()).Order());
        }

        var mail = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync("redaktion@thaff.example"))
                .FirstOrDefault(one => one.Subject.StartsWith("Vorgänge", StringComparison.Ordinal)));
        Assert.Contains("deliveries-poison: 2", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_length_of_every_queue_is_logged_in_the_words_the_alerts_look_for()
    {
        var lines = new Lines();
        await using var stage = await Stage.OpenAsync(replace: services => services.AddSingleton<ILoggerProvider>(lines));
        var poison = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Publications + Queues.Poison);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("kein Termin");
        await poison.SendMessageAsync("auch keiner");

        await stage.FireAsync("ReportPoison");

        Assert.Contains("publications-poison holds 2 messages", lines.Written);
        foreach (var queue in Queues.All.Split(';')) Assert.Contains($"{queue} holds 0 messages", lines.Written);
    }

    /// <summary>What the app logged, as it would read in Azure.</summary>
    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
