using Azure.Storage.Queues;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration.Pending;

public sealed class NewsletterRequestTests
{
    [Fact]
    public async Task A_ticked_box_asks_for_confirmation_once()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);

        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));

        await Stage.EventuallyAsync(async () => await AskedAsync(stage) == 1);
        await Stage.EventuallyAsync(async () => (await stage.PendingAsync(PendingWork.NewsletterRequest)).Count == 0);
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.FireAsync("RecoverPendingWork");
        Assert.Equal(1, await AskedAsync(stage));
    }

    [Fact]
    public async Task A_box_ticked_only_the_second_time_counts_too()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);

        await stage.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));

        await Stage.EventuallyAsync(async () => await AskedAsync(stage) == 1);
    }

    [Fact]
    public async Task A_request_whose_message_got_lost_is_found_again()
    {
        string storage;
        await using (var deaf = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.SubscribeAttendee.Disabled"] = "true" }))
        {
            storage = deaf.Storage;
            await deaf.PlanAsync(TestSessions.October);
            await deaf.RegisterAsync(Person.Ada, null, ("newsletter", "ja"));
            var queue = deaf.Service<QueueServiceClient>().GetQueueClient(Queues.NewsletterRequests);
            await Stage.EventuallyAsync(async () => (await queue.PeekMessagesAsync(1)).Value.Length == 1);
            await queue.ClearMessagesAsync();
        }

        await using var stage = await Stage.OpenAsync(storage: storage);
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.FireAsync("RecoverPendingWork");

        await Stage.EventuallyAsync(async () => await AskedAsync(stage) == 1);
    }

    static async Task<int> AskedAsync(Stage stage) =>
        (await stage.MailsAsync(Person.Ada.Email)).Count(mail => mail.Subject.StartsWith("Bitte bestätigen", StringComparison.Ordinal));
}
