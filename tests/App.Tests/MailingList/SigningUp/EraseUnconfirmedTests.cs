using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

public sealed class EraseUnconfirmedTests
{
    [Fact]
    public async Task After_seven_days_nothing_is_left_of_what_nobody_confirmed()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("aktiv@firma.example");
        await stage.SubscribeAsync("nie@firma.example");
        await stage.SubscribeAsync("aktiv@firma.example", ("regions", "jena"));
        await stage.ConfirmationAsync("nie@firma.example");
        await stage.ConfirmationAsync("aktiv@firma.example");

        stage.Clock.Advance(TimeSpan.FromDays(6));
        await stage.SubscribeAsync("neu@firma.example");
        await stage.FireAsync("EraseUnconfirmed");
        Assert.NotNull(await stage.SubscriberAsync("nie@firma.example"));

        stage.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await stage.FireAsync("EraseUnconfirmed");

        Assert.Null(await stage.SubscriberAsync("nie@firma.example"));
        Assert.NotNull(await stage.SubscriberAsync("neu@firma.example"));
        var active = await stage.SubscriberAsync("aktiv@firma.example");
        Assert.Equal((SubscriberState.Active, null), (active!.State, active.Request));
        Assert.Single(await DeliveriesAsync(stage));
    }

    [Fact]
    public async Task A_sign_up_that_cannot_be_read_is_erased_in_time_too_and_one_that_tells_of_a_consent_is_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.AddActiveAsync("aktiv@firma.example");
        foreach (var column in new[] { "State", "RequestAskedAt" }) await stage.SubscribeAsync($"{column}@firma.example");
        await stage.AddActiveAsync("kaputt@firma.example");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers);
        var rows = await table.QueryAsync<TableEntity>().Where(row => row.ContainsKey("Email")).ToListAsync();
        foreach (var row in rows)
        {
            var column = row.GetString("Email").Split('@')[0] is var local && local == "kaputt" ? "State" : local;
            if (!row.ContainsKey(column)) continue;
            row[column] = "kein Wert";
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }

        stage.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddDays(6)); // storage writes the time of its own clock
        await stage.FireAsync("EraseUnconfirmed");
        Assert.Contains("RequestAskedAt@firma.example", await AddressesAsync());

        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.FireAsync("EraseUnconfirmed");

        Assert.Equal(["aktiv@firma.example", "kaputt@firma.example"], await AddressesAsync());

        async Task<List<string>> AddressesAsync() => await table.QueryAsync<TableEntity>().Where(row => row.ContainsKey("Email"))
            .Select(row => row.GetString("Email")).Order().ToListAsync();
    }

    static async Task<List<TableEntity>> DeliveriesAsync(Stage stage) => await stage.Service<TableServiceClient>()
        .GetTableClient(Tables.Subscribers)
        .QueryAsync<TableEntity>(row => row.RowKey.CompareTo(Delivery.RowPrefix) >= 0)
        .Where(row => row.RowKey.StartsWith(Delivery.RowPrefix, StringComparison.Ordinal))
        .ToListAsync();
}
