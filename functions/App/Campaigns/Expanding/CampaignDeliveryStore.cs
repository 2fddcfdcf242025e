using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.Expanding;

/// <summary>
/// A campaign's rows in table deliveries: partition <c>campaign.range</c>, row <c>delivery-recipient</c>. The keys follow from campaign and
/// recipient alone: writing is idempotent.
/// </summary>
public sealed class CampaignDeliveryStore(
    TableServiceClient tables, DeliveryStore deliveries, OpenPartitions open, StoredReader reader, TimeProvider clock)
{
    readonly TableClient table = tables.GetTableClient(Tables.Deliveries);

    /// <returns>How many recipients there are, those with a row from an earlier attempt included.</returns>
    public async Task<int> WriteAsync(string partition, string kind, IAsyncEnumerable<string> recipients, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var chunk in recipients.Chunk(TableRows.TransactionSize).WithCancellation(cancellation))
        {
            await WriteChunkAsync(partition, [.. chunk.Select(recipient => RowOf(partition, kind, recipient))], cancellation);
            count += chunk.Length;
        }

        return count;
    }

    /// <summary>A test for a member of staff.</summary>
    /// <param name="campaign">Which mail.</param>
    /// <param name="language">In which.</param>
    /// <param name="recipient">The key of the member of staff.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<DeliveryId> AddTestAsync(
        CampaignId campaign, Language language, string recipient, CancellationToken cancellation)
    {
        var id = new DeliveryId(
            Tables.Deliveries, CampaignTestMail.PartitionOf(campaign, language), $"{Delivery.RowPrefix}{Guid.CreateVersion7():N}");
        await open.OpenAsync(id.Table, id.Partition, cancellation);
        await table.AddEntityAsync(Delivery.NewRow(id, CampaignTestMail.KindName, recipient, clock.GetUtcNow()), cancellation);
        return id;
    }

    /// <summary>Whether a delivery of this campaign, all of whose rows are written, waits to be sent or settled.</summary>
    internal async Task<bool> IsUnsettledAsync(Campaign campaign, CancellationToken cancellation)
    {
        foreach (var range in CampaignRange.Of(campaign.Id))
            if (await deliveries.UnsettledAsync(Tables.Deliveries, range.Partition, cancellation).AnyAsync(cancellation)) return true;
        return false;
    }

    /// <summary>Queues again what had failed.</summary>
    /// <returns>How many there were.</returns>
    internal async Task<int> RetryAsync(Campaign campaign, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var partition in CampaignRange.Of(campaign.Id).Select(range => range.Partition))
        {
            var failed = deliveries.QueryAsync(Tables.Deliveries, partition, $"State eq {nameof(DeliveryState.Failed)}", cancellation);
            await foreach (var some in failed.Chunk(TableRows.TransactionSize).WithCancellation(cancellation))
            {
                await open.OpenAsync(Tables.Deliveries, partition, cancellation);
                await deliveries.StoreAllAsync(some, delivery => delivery.TriedAgain(clock.GetUtcNow()), cancellation);
                count += some.Length;
            }
        }

        return count;
    }

    /// <summary>How many deliveries of the campaign are in each state, and why those were skipped that were.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="most">Stops after so many.</param>
    public async Task<DeliveryCounts> CountAsync(CampaignId campaign, CancellationToken cancellation, int most = int.MaxValue)
    {
        var (states, skipped) = (new Dictionary<DeliveryState, int>(), new Dictionary<string, int>());
        var rows = table.QueryAsync<TableEntity>(
            AllOf(campaign), select: ["PartitionKey", "RowKey", "State", "Reason"], cancellationToken: cancellation);
        var found = reader.ReadAllAsync(
            table, rows, row => (State: row.OneOf<DeliveryState>("State"), Why: row.GetString("Reason") ?? ""), cancellation);
        await foreach (var (state, why) in found.Take(most))
        {
            states[state] = states.GetValueOrDefault(state) + 1;
            if (state == DeliveryState.Skipped) skipped[why] = skipped.GetValueOrDefault(why) + 1;
        }

        return new(states, skipped);
    }

    /// <summary>A page of the campaign's deliveries.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="after">What the page before said; null for the first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The deliveries, and what to ask for the next page with; null at the end.</returns>
    public async Task<(IReadOnlyList<Delivery> Deliveries, string? Next)> PageAsync(
        CampaignId campaign, string? after, CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(AllOf(campaign), TableRows.TransactionSize, cancellationToken: cancellation);
        await foreach (var page in rows.AsPages(after))
        {
            List<Delivery> read = [];
            foreach (var row in page.Values)
                if (reader.TryRead(table, row, found => Delivery.Read(Tables.Deliveries, found), out var delivery)) read.Add(delivery);
            if (read.Count > 0 || page.ContinuationToken is null) return (read, page.ContinuationToken);
        }

        return ([], null);
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
        var erased = 0;
        var rows = table.QueryAsync<TableEntity>(Everything(campaign), TableRows.TransactionSize, ["PartitionKey", "RowKey"], cancellation);
        await foreach (var page in rows.AsPages())
        {
            foreach (var some in page.Values.GroupBy(row => row.PartitionKey)) await table.DeleteAllAsync(some, cancellation);
            erased += page.Values.Count;
        }

        return erased;
    }

    /// <summary>Tests that staff sent themselves are among them.</summary>
    static string Everything(CampaignId campaign) =>
        TableClient.CreateQueryFilter($"PartitionKey ge {$"{campaign}."} and PartitionKey lt {$"{campaign}/"}"); // '/' follows '.'

    static string AllOf(CampaignId campaign) =>
        $"{Everything(campaign)} and {TableClient.CreateQueryFilter($"Kind ne {CampaignTestMail.KindName}")}";

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
