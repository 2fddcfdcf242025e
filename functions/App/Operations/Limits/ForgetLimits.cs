using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Limits;

/// <summary>
/// Every night, counts whose window is over are deleted: what nobody needs is not kept. A spoiled row may not tell when that is; nothing
/// here is of use longer than a year after it was written.
/// </summary>
public sealed class ForgetLimits(TableServiceClient tables, ErasureRuns runs, TimeProvider clock)
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    [Function(nameof(ForgetLimits))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var table = tables.GetTableClient(Tables.Limits);
        var now = clock.GetUtcNow();
        var over = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Ends le {now} or Timestamp lt {now - Longest}"),
            select: ["PartitionKey", "RowKey"], cancellationToken: cancellation);
        var erased = 0;
        await foreach (var page in over.AsPages())
        {
            var windows = page.Values.GroupBy(row => row.PartitionKey);
            foreach (var rows in windows.SelectMany(window => window.Chunk(TableRows.TransactionSize)))
                await table.DeleteAllAsync(rows, cancellation);
            erased += page.Values.Count;
        }

        await runs.NoteAsync(nameof(ForgetLimits), erased, cancellation);
    }
}
