using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

/// <summary>No answer tells what is known of an address.</summary>
public sealed partial class SubscribeSecrecyTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_the_address_is_known()
    {
        await stage.AddActiveAsync("aktiv@firma.example");
        await stage.AddActiveAsync("fort@firma.example");
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync("fort@firma.example"))!.Key, CancellationToken.None);

        var answers = new List<string>();
        foreach (var email in new[] { Ada, Ada, "aktiv@firma.example", "fort@firma.example" })
        {
            var answer = await stage.Http.PostAsJsonAsync("/api/subscriptions",
                new { email, regions = new[] { "erfurt" }, documentation = false });
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal("""Accepted {"status":"received"}""", Assert.Single(answers.Distinct()));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync("aktiv@firma.example"))!.State);
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync("fort@firma.example"))!.State);
    }

    [Fact]
    public async Task The_same_calls_to_storage_come_before_the_answer_whatever_is_known_of_an_address_and_however_often_it_was_typed()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage("Subscribe");
        await using var recorded = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account), storage: account);
        await recorded.AddActiveAsync("aktiv@firma.example");
        await recorded.SubscribeAsync("anders@firma.example"); // what only the first of a process asks for
        storage.Take();

        var calls = new List<string>();
        foreach (var email in new[] { Ada, Ada, Ada, Ada, Ada, "aktiv@firma.example", "neu@firma.example" })
        {
            await recorded.SubscribeAsync(email);
            var asked = storage.Take().Where(call => !call.Contains("open", StringComparison.Ordinal)); // once for each partition
            calls.Add(Partition().Replace(string.Join('\n', asked), "PartitionKey='#'"));
        }

        Assert.Equal(2, calls[0].Split('\n').Length); // the subscriber, and one transaction
        Assert.Single(calls.Distinct());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_answered_like_any_other()
    {
        await stage.SubscribeAsync(Ada);
        var subscribers = stage.Service<SubscriberStore>();
        var key = subscribers.KeyOf(EmailAddress.Stored(Ada));
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers).UpdateEntityAsync(
            new TableEntity(SubscriberStore.PartitionOf(key), key) { ["State"] = "irgendwie" }, ETag.All);

        Assert.Equal(HttpStatusCode.SeeOther, (await stage.SubscribeAsync(Ada)).StatusCode);
    }

    [Fact]
    public async Task A_filled_honeypot_gets_the_same_answer_and_stores_nothing()
    {
        var answer = await stage.SubscribeAsync(Ada, ("website", "https://werbung.example"));

        Assert.Equal((HttpStatusCode.SeeOther, ShowNewsletter.ThanksPath), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Null(await stage.SubscriberAsync(Ada));
    }

    [GeneratedRegex("PartitionKey='[0-9a-f]'")]
    private static partial Regex Partition();
}
