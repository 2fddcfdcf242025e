using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// A campaign's rows in table deliveries: partition <c>campaign.part</c>, row <c>delivery-recipient</c>. The keys follow from campaign and
/// recipient alone: writing is idempotent.
/// </summary>
public sealed class CampaignDeliveryStore(TableServiceClient tables, OpenPartitions open, TimeProvider clock)
{
    /// <summary>An entity-group transaction holds at most 100 rows (Azure Table Storage).</summary>
    const int MaxRows = 100;

    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);

    public static string PartitionOf(CampaignId campaign, string part) => $"{campaign}.{part}";

    /// <summary>The campaign and the part of its recipients that a partition holds.</summary>
    public static (CampaignId Campaign, string Part) Read(string partition)
    {
        var dot = partition.LastIndexOf('.');
        return CampaignId.Parse(partition[..dot]) is { } campaign
            ? (campaign, partition[(dot + 1)..])
            : throw new FormatException($"{partition} is not a campaign's partition.");
    }

    /// <returns>How many recipients there are, those with a row from an earlier attempt included.</returns>
    public async Task<int> WriteAsync(string partition, string kind, IAsyncEnumerable<string> recipients, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var chunk in recipients.Chunk(MaxRows).WithCancellation(cancellation))
        {
            await WriteChunkAsync(partition, [.. chunk.Select(recipient => RowOf(partition, kind, recipient))], cancellation);
            count += chunk.Length;
        }

        return count;
    }

    /// <summary>The row of one recipient, whatever it says.</summary>
    public async Task<TableEntity?> FindAsync(string partition, string recipient, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, Delivery.RowPrefix + recipient, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    public async Task EraseAsync(string partition, string recipient, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(partition, Delivery.RowPrefix + recipient, ETag.All, cancellation);

    /// <summary>Erases all deliveries of a campaign, page by page.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EraseAsync(CampaignId campaign, CancellationToken cancellation)
    {
        // '/' follows '.'
        var all = TableClient.CreateQueryFilter($"PartitionKey ge {$"{campaign}."} and PartitionKey lt {$"{campaign}/"}");
        var erased = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(all, MaxRows, ["PartitionKey", "RowKey"], cancellation).AsPages())
        {
            foreach (var rows in page.Values.GroupBy(row => row.PartitionKey)) await table.DeleteAllAsync(rows, cancellation);
            erased += page.Values.Count;
        }

        return erased;
    }

    async Task WriteChunkAsync(string partition, List<TableEntity> rows, CancellationToken cancellation)
    {
        await open.OpenAsync(Tables.Deliveries, partition, cancellation);
        while (rows.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                    cancellation);
                return;
            }
            catch (TableTransactionFailedException exists) when (exists.Status == 409)
            {
                var known = await KnownAsync(partition, rows.Min(row => row.RowKey)!, rows.Max(row => row.RowKey)!, cancellation);
                // the conflict is none of these rows: another try would meet it again
                if (rows.RemoveAll(row => known.Contains(row.RowKey)) == 0) throw;
            }
        }
    }

    async Task<HashSet<string>> KnownAsync(string partition, string first, string last, CancellationToken cancellation)
    {
        var between = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        return await table.QueryAsync<TableEntity>(between, select: ["RowKey"], cancellationToken: cancellation)
            .Select(row => row.RowKey)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
    }

    TableEntity RowOf(string partition, string kind, string recipient) =>
        Delivery.NewRow(new(Tables.Deliveries, partition, Delivery.RowPrefix + recipient), kind, recipient, clock.GetUtcNow());
}
