using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Limits;

/// <summary>Every night, counts whose window is over are deleted: what nobody needs is not kept.</summary>
public sealed class ForgetLimits(TableServiceClient tables, TimeProvider clock)
{
    [Function(nameof(ForgetLimits))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var table = tables.GetTableClient(Tables.Limits);
        var over = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Ends le {clock.GetUtcNow()}"),
            select: ["PartitionKey", "RowKey"], cancellationToken: cancellation);
        await foreach (var page in over.AsPages())
        {
            var windows = page.Values.GroupBy(row => row.PartitionKey);
            foreach (var rows in windows.SelectMany(window => window.Chunk(100))) // an entity-group transaction's most
                await table.DeleteAllAsync(rows, cancellation);
        }
    }
}
