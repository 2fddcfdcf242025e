using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.MailingList;

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
        Assert.Equal((SubscriberState.Active, null), (active!.State, active.Wish));
        Assert.Single(await DeliveriesAsync(stage));
    }

    static async Task<List<TableEntity>> DeliveriesAsync(Stage stage) => await stage.Service<TableServiceClient>()
        .GetTableClient(Tables.Subscribers)
        .QueryAsync<TableEntity>(row => row.RowKey.CompareTo(Delivery.RowPrefix) >= 0)
        .Where(row => row.RowKey.StartsWith(Delivery.RowPrefix, StringComparison.Ordinal))
        .ToListAsync();
}
