using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Operations.Limits;

public sealed class ForgetLimitsTests
{
    [Fact]
    public async Task A_row_goes_when_its_time_is_over_and_one_that_does_not_tell_it_a_year_after_it_was_written()
    {
        await using var stage = await Stage.OpenAsync();
        var now = TimeProvider.System.GetUtcNow(); // storage writes the time of its own clock
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Limits);
        await table.AddEntityAsync(new TableEntity("p", "day") { ["Ends"] = now.AddDays(1) });
        await table.AddEntityAsync(new TableEntity("p", "year") { ["Ends"] = now.AddDays(365) });
        await table.AddEntityAsync(new TableEntity("p", "spoiled") { ["Ends"] = "morgen" });

        Assert.Equal(["spoiled", "year"], await LeftAfterAsync(2));
        Assert.Equal(["spoiled"], await LeftAfterAsync(365.5));
        Assert.Empty(await LeftAfterAsync(367));

        async Task<List<string>> LeftAfterAsync(double days)
        {
            stage.Clock.SetUtcNow(now.AddDays(days));
            await stage.FireAsync("ForgetLimits");
            return await table.QueryAsync<TableEntity>(row => row.PartitionKey == "p").Select(row => row.RowKey).Order().ToListAsync();
        }
    }
}
