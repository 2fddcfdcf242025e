using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// Where the timer that recovers lost mails has to look: one small row for each partition that got deliveries lately. Opened before
/// the deliveries are written, closed by the timer when all of them are settled. So it reads what is in motion, never everything.
/// </summary>
public sealed class OpenPartitions(TableServiceClient tables, StoredReader reader, TimeProvider clock)
{
    const string Partition = "open";

    /// <summary>How long a partition stays open at least; for half of it this process need not say so again.</summary>
    static readonly TimeSpan Span = TimeSpan.FromHours(1);

    const int MaxRemembered = 10_000;

    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);
    readonly ConcurrentDictionary<(string Table, string Partition), DateTimeOffset> remembered = new();

    /// <summary>To be awaited before delivery rows are written into the partition; nearly always done at once.</summary>
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
    public async Task CloseAsync(OpenPartition open, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, $"{open.Table}|{open.Partition}", open.ETag, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // Opened again: it stays.
        }
    }

    static OpenPartition Read(TableEntity row) => row.RowKey.Split('|') is [var deliveriesTable, var partition]
        ? new(deliveriesTable, partition, row.GetDateTimeOffset("Until")!.Value, row.ETag)
        : throw new FormatException("The row names no table and partition.");
}
