using Azure.Storage.Queues;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Failures;

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
        await poison.SendMessageAsync("2026-10-x");

        for (var n = 0; n < 3; n++) await stage.FireAsync("ReportPoison");
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync()) is [var first, ..] ? first : null);
        Assert.Contains("publications-poison: 1", mail.Text, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.FireAsync("ReportPoison");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync()).Count == 2);
    }
}
