using System.Net;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.Mail.Events;

/// <summary>Posts about a campaign, which tell of thousands of mails.</summary>
public sealed class ManyEventsTests
{
    [Fact]
    public async Task Thousands_of_events_of_a_campaign_take_some_dozen_calls_to_storage()
    {
        const int Mails = 2000;
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var posts = await EventPosts.OpenAsync(account, services => storage.Replace(services, account, retries: 3));
        var busy = posts.Stage;
        var ids = await busy.WriteAsync(TestMails.Kind, [.. Enumerable.Range(0, Mails).Select(n => $"p{n}@firma.example")]);
        var events = ids.SelectMany((id, n) => new[] { "processed", "delivered", "open" }.Select(name =>
            $$"""{"event":"{{name}}","sg_event_id":"{{name}}{{n}}","delivery":"{{id}}"}"""));
        var before = storage.Calls;

        Assert.Equal(HttpStatusCode.NoContent, await posts.PostRawAsync($"[{string.Join(',', events)}]"));

        Assert.InRange(storage.Calls - before, 2, 2 * Mails / 100 + 10);
        Assert.Equal(Mails, (await busy.CountAsync())[DeliveryState.Delivered]);
    }

    [Fact]
    public async Task Thousands_of_bounces_suppress_their_addresses_together()
    {
        const int Bounces = 1000;
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var posts = await EventPosts.OpenAsync(account, services => storage.Replace(services, account, retries: 3));
        var busy = posts.Stage;
        var events = Enumerable.Range(0, Bounces).Select(n =>
            $$"""{"event":"bounce","sg_event_id":"{{n}}","email":"p{{n}}@firma.example","timestamp":1}""");
        var before = storage.Calls;

        Assert.Equal(HttpStatusCode.NoContent, await posts.PostRawAsync($"[{string.Join(',', events)}]"));

        // and the mailing list looks once into each of its 256 partitions
        Assert.InRange(storage.Calls - before, 2, Bounces / 5 + 256);
        Assert.True(await busy.Service<Suppression>().IsSuppressedAsync(
            EmailAddress.Stored($"p{Bounces - 1}@firma.example"), SuppressionScope.MailingList, CancellationToken.None));
    }
}
