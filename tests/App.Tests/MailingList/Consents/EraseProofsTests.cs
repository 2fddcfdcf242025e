using Azure.Data.Tables;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.MailingList.Consents;

public sealed class EraseProofsTests
{
    [Fact]
    public async Task Three_years_after_the_end_of_the_year_of_leaving_the_proof_is_erased_unless_they_are_about_to_come_back()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var address in new[] { "bleibt@firma.example", "weg@firma.example", "zurueck@firma.example" })
            await stage.AddActiveAsync(address);
        foreach (var address in new[] { "weg@firma.example", "zurueck@firma.example" })
            await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync(address))!.Key, CancellationToken.None);

        stage.Clock.SetUtcNow(new(2029, 12, 31, 22, 59, 0, TimeSpan.Zero)); // a minute before midnight in Berlin
        await stage.FireAsync(nameof(EraseProofs));
        Assert.Single(await stage.ConsentsAsync("weg@firma.example"));

        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.SubscribeAsync("zurueck@firma.example");
        await stage.FireAsync(nameof(EraseProofs));

        Assert.Null(await stage.SubscriberAsync("weg@firma.example"));
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync("bleibt@firma.example"))?.State);
        Assert.NotNull((await stage.SubscriberAsync("zurueck@firma.example"))?.Request);
        var rows = await stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers).QueryAsync<TableEntity>()
            .Select(row => row.RowKey).ToListAsync();
        Assert.Equal(2, rows.Count(key => key.StartsWith("consent-", StringComparison.Ordinal))); // of those who stay or come back
    }

    [Fact]
    public async Task However_many_proofs_there_are_they_go_together()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("weg@firma.example");
        var (store, key) = (stage.Service<SubscriberStore>(), (await stage.SubscriberAsync("weg@firma.example"))!.Key);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers);
        var consent = (await stage.ConsentsAsync("weg@firma.example"))[0];
        for (var n = 0; n < 120; n++) await table.AddEntityAsync(ConsentRow.Of(key, consent));
        await store.LeaveAsync(key, CancellationToken.None);

        stage.Clock.SetUtcNow(new(2030, 1, 1, 2, 40, 0, TimeSpan.Zero));
        await stage.FireAsync(nameof(EraseProofs));

        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }
}
