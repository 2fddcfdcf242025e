using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Documentation.YearVolume;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.Programme;

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
        await using var stage = await TestMails.OpenAsync(settings: new(NotesDesk.Impatient)
        {
            ["AzureWebJobs.ScheduleNotes.Disabled"] = "true",
            ["AzureWebJobs.ImportProgramme.Disabled"] = "true",
            ["AzureWebJobs.ImportContacts.Disabled"] = "true",
        });
        await stage.PlanAsync(TestSessions.October);
        await stage.PutNotesAsync("Was schon veröffentlicht ist.");
        await stage.PublishAsync();
        foreach (var file in new[] { "2026-11-neu/notes.md", "2025/vorwort.md", "good-practice/notes.md", "lose.md" })
            await stage.PutAsync(Containers.Notes, file, "Was noch nicht veröffentlicht ist.");
        await stage.PutAsync(Containers.Programme, "gut.yaml", ProgrammeFiles.One);
        await stage.PutAsync(Containers.Contacts, "da.csv", "adresse");
        foreach (var file in new[] { "schlecht.yaml", "neu.yaml" }) await stage.PutAsync(Containers.Programme, file, "kein YAML");
        foreach (var file in new[] { "gut.yaml", "schlecht.yaml" })
            await stage.FireAsync("ImportProgramme", Event(Containers.Programme, file));
        await stage.FireAsync("FollowWholeProgramme");
        var unfollowed = TestSessions.October with { Id = SessionId.Parse("2026-12-neu")!.Value };
        await stage.Service<ProgrammeStore>().WriteAsync([new(unfollowed, "x.yaml", stage.Clock.GetUtcNow(), default)], default);
        await stage.PublishVolumeAsync();
        await Stage.EventuallyAsync(async () =>
            await stage.Service<CampaignStore>().FindAsync(CampaignId.FollowUp(TestSessions.October.Id), default) is not null);
        var mails = await stage.WriteAsync(TestMails.Kind, "ada@firma.example", "bo@firma.example");
        await stage.FireAsync("DeliverMail", mails[0].ToString());
        await stage.ReachesAsync(mails[0], DeliveryState.Delivered);
        var october = TestSessions.October.Id.Value;
        (string Queue, string[] Messages, string[] Kept)[] poison =
        [
            (Queues.Deliveries, [$"{mails[0]}", $"{mails[1]}", "kein Sinn"], [$"{mails[1]}", "kein Sinn"]),
            (Queues.DeliveryBatches, [TestMails.Partition, "2026-10-x.invitation.00"], [TestMails.Partition]),
            (Queues.CampaignExpansions, [$"{october}.invitation/0", "kein Sinn"], ["kein Sinn"]),
            (Queues.NewsletterRequests, [$"{october}/abc", "kein Sinn"], ["kein Sinn"]),
            (Queues.Applications, [$"{october}/abc", "kein Sinn"], ["kein Sinn"]),
            (Queues.Publications, [october, "2026-11-neu", "2031-01-nie", "kein Sinn"], ["2026-11-neu", "kein Sinn"]),
            (Queues.FirstPublications, [october, "2026-11-neu", "kein Sinn"], ["2026-11-neu", "kein Sinn"]),
            (Queues.YearVolumes, ["2026", "2025", "2031", "kein Sinn"], ["2025", "kein Sinn"]),
            (Queues.GoodPractice, ["good-practice"], ["good-practice"]),
            (Queues.NotesEvents, [Notes($"{october}/notes.md"), Notes("2026-11-neu/notes.md"), Notes("lose.md"), "kein Sinn"],
                [Notes("2026-11-neu/notes.md"), Notes("lose.md"), "kein Sinn"]),
            (Queues.ProgrammeEvents,
                [Programme("gut.yaml"), Programme("schlecht.yaml"), Programme("weg.yaml"), Programme("neu.yaml"), "kein Sinn"],
                [Programme("neu.yaml"), "kein Sinn"]),
            (Queues.ContactEvents, [Contacts("da.csv"), Contacts("weg.csv"), "kein Sinn"], [Contacts("da.csv"), "kein Sinn"]),
            (Queues.SessionChanges, [october, "2026-01-nie", "2026-12-neu", "kein Sinn"], ["2026-12-neu", "kein Sinn"]),
        ];
        Assert.Equal(Queues.All.Split(';').Order(), poison.Select(one => one.Queue).Order());
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

        await stage.FireAsync("PublishGoodPractice", "good-practice");
        await Stage.EventuallyAsync(async () => // the report may be in the making elsewhere already
        {
            await stage.FireAsync("ReportPoison");
            return (await queues.GetQueueClient(Queues.GoodPractice + Queues.Poison).PeekMessagesAsync(32)).Value.Length == 0;
        });

        static string Notes(string file) => Event(Containers.Notes, file);

        static string Programme(string file) => Event(Containers.Programme, file);

        static string Contacts(string file) => Event(Containers.Contacts, file);
    }

    [Fact]
    public async Task Work_that_cannot_be_looked_at_keeps_no_queue_from_being_counted()
    {
        var lines = new Lines();
        var broken = new Mock<IMessageCompletion>();
        broken.Setup(work => work.Queue).Returns(Queues.SessionChanges);
        broken.Setup(work => work.IsDoneAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new TimeoutException());
        await using var stage = await Stage.OpenAsync(replace: services => services.AddSingleton<ILoggerProvider>(lines)
            .RemoveAll<IMessageCompletion>().AddSingleton(broken.Object));
        foreach (var queue in new[] { Queues.SessionChanges, Queues.Publications })
        {
            var poison = stage.Service<QueueServiceClient>().GetQueueClient(queue + Queues.Poison);
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync("irgendetwas");
        }

        await stage.FireAsync("ReportPoison");

        foreach (var queue in new[] { Queues.SessionChanges, Queues.Publications })
            Assert.Contains($"{queue}-poison holds 1 messages", lines.Written);
    }

    /// <summary>As Event Grid writes it.</summary>
    static string Event(string container, string file) =>
        $$"""{"subject":"/blobServices/default/containers/{{container}}/blobs/{{file}}","eventType":"Microsoft.Storage.BlobCreated"}""";

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
