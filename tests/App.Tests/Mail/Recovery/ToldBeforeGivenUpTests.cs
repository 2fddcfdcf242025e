using System.Net.Http.Json;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail.Recovery;

/// <summary>A mail that is given up is of no concern to any timer any more: by then staff must have been told.</summary>
public sealed class ToldBeforeGivenUpTests
{
    const string Nowhere = "niemand@nirgends"; // refused for good

    [Fact]
    public async Task Whichever_call_to_storage_breaks_a_refused_mail_is_reported_in_the_end()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var stage = await TestMails.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account, retries: 0), storage: account);

        var struck = 0;
        for (var call = 1; call <= 12; call++)
        {
            stage.Clock.Advance(TimeSpan.FromDays(1)); // one notice a day
            var id = (await stage.WriteAsync(TestMails.Kind, Nowhere))[0];
            storage.StrikeAt(call);
            await stage.Http.PostAsJsonAsync("/admin/functions/DeliverMail", new { input = id.ToString() });
            if (storage.End()) struck++;

            stage.Clock.Advance(TimeSpan.FromMinutes(31));
            await stage.FireAsync("RecoverDeliveries");
            await stage.FireAsync("DeliverMail", id.ToString());

            Assert.Equal(DeliveryState.Failed, (await stage.FindAsync(id)).State);
            Assert.Equal(call, await NoticesAsync(stage));
            await TableOf(stage).DeleteEntityAsync(id.Partition, id.Row);
        }

        Assert.InRange(struck, 5, 11); // all calls were struck
    }

    [Fact]
    public async Task A_mail_that_never_got_an_answer_is_given_up_after_staff_were_told()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false, path: "$batch");
        await using var stage = await TestMails.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account, retries: 0), storage: account);
        var id = (await stage.WriteAsync(TestMails.Kind, Nowhere))[0];
        var store = stage.Service<DeliveryStore>();
        await store.ClaimAsync([await stage.FindAsync(id)], default);
        await store.ChangeAsync(id, delivery => delivery with { ExpiredClaims = RetryPolicy.MaxExpiredClaims }, default);
        stage.Clock.Advance(TimeSpan.FromHours(17));

        foreach (var call in new[] { 1, 2 })
        {
            storage.StrikeAt(call);
            await stage.FireAsync("RecoverDeliveries");
            Assert.True(storage.End());
            Assert.Equal(DeliveryState.Sending, (await stage.FindAsync(id)).State);
        }

        await stage.FireAsync("RecoverDeliveries");
        Assert.Equal((DeliveryState.Failed, 1), ((await stage.FindAsync(id)).State, await NoticesAsync(stage)));
    }

    static TableClient TableOf(Stage stage) => stage.Service<TableServiceClient>().GetTableClient(Tables.Deliveries);

    static async Task<int> NoticesAsync(Stage stage) => await TableOf(stage).QueryAsync<TableEntity>($"RowKey eq 'content'").CountAsync();
}
