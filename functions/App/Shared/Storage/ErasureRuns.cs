using Azure.Data.Tables;

namespace ThaffFunctions.Shared.Storage;

/// <summary>When the timers that erase ran last, and how much they erased: a row for each in table limits, without an end.</summary>
public sealed class ErasureRuns(TableServiceClient tables, StoredReader reader, TimeProvider clock)
{
    const string Partition = "erasures";

    readonly TableClient table = tables.GetTableClient(Tables.Limits);

    /// <param name="timer">The function's name.</param>
    /// <param name="erased">How many rows or files.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task NoteAsync(string timer, int erased, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(Partition, timer) { ["At"] = now, ["Erased"] = erased };
        if (erased > 0) (row["LastErasedAt"], row["LastErased"]) = (now, erased);
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation); // keeps when something was erased last
    }

    public async Task<IReadOnlyDictionary<string, ErasureRun>> AllAsync(CancellationToken cancellation) => await reader
        .ReadAllAsync(table, table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellation), Read,
            cancellation)
        .ToDictionaryAsync(run => run.Timer, cancellationToken: cancellation);

    static ErasureRun Read(TableEntity row) => new(
        row.RowKey, row.GetDateTimeOffset("At")!.Value, row.GetInt32("Erased")!.Value, row.GetDateTimeOffset("LastErasedAt"),
        row.GetInt32("LastErased") ?? 0);
}
