using System.Collections.Concurrent;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// An index for the timer that recovers deliveries: one small row for each partition that may hold unsettled ones. Added before deliveries
/// are written, deleted by the timer when all are settled; so the timer never scans whole tables.
/// </summary>
public sealed class OpenPartitions(TableServiceClient tables, StoredReader reader, TimeProvider clock)
{
    const string Partition = "open";

    /// <summary>How long a partition stays open at least. This process writes the row again when half of that time is over.</summary>
    static readonly TimeSpan Span = TimeSpan.FromHours(1);

    const int MaxRemembered = 10_000;

    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);
    readonly ConcurrentDictionary<(string Table, string Partition), DateTimeOffset> remembered = new();

    /// <summary>
    /// To be awaited before delivery rows are written into the partition. Usually the process remembers that it is open, and nothing is
    /// written.
    /// </summary>
    public async ValueTask OpenAsync(string deliveriesTable, string partition, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (remembered.TryGetValue((deliveriesTable, partition), out var until) && until - now > Span / 2) return;

        await table.UpsertEntityAsync(
            new TableEntity(Partition, $"{deliveriesTable}|{partition}") { ["Until"] = now + Span }, TableUpdateMode.Replace, cancellation);
        if (remembered.Count >= MaxRemembered) remembered.Clear();
        remembered[(deliveriesTable, partition)] = now + Span;
    }

    public IAsyncEnumerable<OpenPartition> AllAsync(CancellationToken cancellation) => reader.ReadAllAsync(
        table, table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancellation), Read, cancellation);

    /// <summary>Closes it, unless somebody opened it again since it was read.</summary>
    public Task CloseAsync(OpenPartition open, CancellationToken cancellation) => OptimisticConcurrency.TryAsync(
        () => table.DeleteEntityAsync(Partition, $"{open.Table}|{open.Partition}", open.ETag, cancellation));

    static OpenPartition Read(TableEntity row) => row.RowKey.Split('|') is [var deliveriesTable, var partition]
        ? new(deliveriesTable, partition, row.GetDateTimeOffset("Until")!.Value, row.ETag)
        : throw new FormatException("The row names no table and partition.");
}
