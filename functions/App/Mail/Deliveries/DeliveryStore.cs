using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Deliveries;

/// <summary>
/// Reads and changes delivery rows, in whichever table they stand. Optimistic concurrency: every write is conditional on the ETag that was
/// read.
/// </summary>
public sealed partial class DeliveryStore(
    TableServiceClient tables, StoredReader reader, TimeProvider clock, ILogger<DeliveryStore> log)
{
    /// <summary>A delayed message may come a little before its rows are due: the clocks of queue service and app differ.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A claim that is older is not used any more but left to expire (see <see cref="Recovery.ExpiredClaimRecovery"/>): storage was slow,
    /// and the request that comes now must have its answer before somebody else claims the row.
    /// </summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(2);

    // '.' follows '-'
    static readonly string OnlyDeliveries = $"RowKey ge '{Delivery.RowPrefix}' and RowKey lt '{Delivery.RowPrefix[..^1]}.'";

    public async Task<Delivery?> FindAsync(DeliveryId id, CancellationToken cancellation)
    {
        var table = tables.GetTableClient(id.Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.Partition, id.Row, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, found => Delivery.Read(id.Table, found)) : null;
    }

    /// <summary>The deliveries of one partition to which the OData condition applies; unreadable ones are left out.</summary>
    public IAsyncEnumerable<Delivery> QueryAsync(
        string table, string partition, FormattableString condition, CancellationToken cancellation, int? perPage = null)
    {
        var filter = $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and {OnlyDeliveries} and "
            + $"({TableClient.CreateQueryFilter(condition)})";
        var client = tables.GetTableClient(table);
        var rows = client.QueryAsync<TableEntity>(filter, perPage, cancellationToken: cancellation);
        return reader.ReadAllAsync(client, rows, row => Delivery.Read(table, row), cancellation);
    }

    /// <summary>Those that still wait to be sent, or to be settled.</summary>
    public IAsyncEnumerable<Delivery> UnsettledAsync(string table, string partition, CancellationToken cancellation) => QueryAsync(
        table, partition, $"State eq {nameof(DeliveryState.Queued)} or State eq {nameof(DeliveryState.Sending)}", cancellation);

    /// <summary>
    /// Queued deliveries of a partition of table deliveries that are due; those that rest after failed tries are not among them.
    /// </summary>
    /// <param name="partition">Which.</param>
    /// <param name="after">Only rows with later keys.</param>
    /// <param name="perPage">How many are read at a time: whoever takes no more reads no row in vain.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Delivery> DueAsync(string partition, string after, int perPage, CancellationToken cancellation) => QueryAsync(
        Tables.Deliveries, partition,
        $"RowKey gt {after} and State eq {nameof(DeliveryState.Queued)} and QueuedAt le {clock.GetUtcNow() + Slack}", cancellation, perPage);

    /// <summary>
    /// Reads the row, decides and writes it under its ETag; reads and decides again if another worker changed it meanwhile.
    /// </summary>
    /// <returns>The delivery as it stands afterwards; null if it is gone.</returns>
    public Task<Delivery?> ChangeAsync(DeliveryId id, Func<Delivery, Delivery?> decide, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await FindAsync(id, cancellation) is not { } current) return null;
            return decide(current) is { } changed ? (await TransactAsync([changed], cancellation))[0] : current;
        },
        cancellation);

    /// <summary>
    /// The same for many rows of one partition, up to a hundred in one transaction; one by one if another worker changed a row meanwhile.
    /// Rows that are missing or unreadable are left out.
    /// </summary>
    /// <returns>What was changed, before and after.</returns>
    public async Task<IReadOnlyList<(Delivery Before, Delivery After)>> ChangeAllAsync(
        string table, string partition, IEnumerable<string> rows, Func<Delivery, Delivery?> decide, CancellationToken cancellation)
    {
        List<(Delivery Before, Delivery After)> done = [];
        foreach (var some in rows.Order(StringComparer.Ordinal).Chunk(TableRows.TransactionSize))
        {
            var changes = new List<(Delivery Before, Delivery After)>();
            await foreach (var before in AmongAsync(table, partition, some, cancellation))
                if (decide(before) is { } after) changes.Add((before, after));
            if (changes.Count == 0) continue;

            if (await TryTransactAsync([.. changes.Select(change => change.After)], cancellation) is not null) done.AddRange(changes);
            else foreach (var (before, _) in changes) await ChangeAsync(before.Id, Noted, cancellation);
        }

        return done;

        Delivery? Noted(Delivery before)
        {
            var after = decide(before);
            done.RemoveAll(change => change.Before.Id == before.Id); // decided again
            if (after is not null) done.Add((before, after));
            return after;
        }
    }

    /// <summary>
    /// Claims queued deliveries of one partition for this worker: sets them to sending, up to a hundred in one transaction.
    /// </summary>
    /// <returns>The ones that are now ours alone to send, in one request.</returns>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(IReadOnlyList<Delivery> queued, CancellationToken cancellation)
    {
        var claim = Guid.NewGuid().ToString("N");
        var claimed = new List<Delivery>(queued.Count);
        foreach (var rows in queued.Chunk(TableRows.TransactionSize))
            claimed.AddRange(await ClaimTogetherAsync([.. rows.Select(row => row.Claimed(claim, clock.GetUtcNow()))], cancellation));
        var oldest = clock.GetUtcNow() - ClaimTime;
        var old = claimed.RemoveAll(row => row.SendingSince <= oldest);
        if (old > 0) Log.ClaimedTooSlowly(log, old, queued[0].Id, ClaimTime);
        return claimed;
    }

    /// <summary>
    /// Changes deliveries of one partition, up to a hundred in one transaction; a row that another worker changed meanwhile is read and
    /// decided again.
    /// </summary>
    public async Task StoreAllAsync(IReadOnlyList<Delivery> known, Func<Delivery, Delivery> decide, CancellationToken cancellation)
    {
        foreach (var rows in known.Chunk(TableRows.TransactionSize))
        {
            if (await TryTransactAsync([.. rows.Select(decide)], cancellation) is not null) continue;
            foreach (var row in rows) await ChangeAsync(row.Id, decide, cancellation);
        }
    }

    /// <summary>One query over the range of the rows, which are sorted; what lies between them is left out here.</summary>
    IAsyncEnumerable<Delivery> AmongAsync(string table, string partition, string[] rows, CancellationToken cancellation)
    {
        var wanted = rows.ToHashSet(StringComparer.Ordinal);
        var client = tables.GetTableClient(table);
        var found = client.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {rows[0]} and RowKey le {rows[^1]}"),
            cancellationToken: cancellation);
        return reader.ReadAllAsync(client, found.Where(row => wanted.Contains(row.RowKey)), row => Delivery.Read(table, row), cancellation);
    }

    async Task<IReadOnlyList<Delivery>> ClaimTogetherAsync(Delivery[] rows, CancellationToken cancellation)
    {
        if (await TryTransactAsync(rows, cancellation) is { } stored) return stored;

        // Somebody else was quicker, or the SDK repeated a transaction whose answer got lost: the claim in the row tells.
        var first = await FindAsync(rows[0].Id, cancellation);
        if (first is not { State: DeliveryState.Sending } || first.Claim != rows[0].Claim) return [];

        var ours = await Task.WhenAll(rows.Select(row => FindAsync(row.Id, cancellation)));
        return [.. ours.OfType<Delivery>().Where(row => row.State == DeliveryState.Sending && row.Claim == first.Claim)];
    }

    /// <returns>The rows with their new ETags; null if one of them was changed or erased meanwhile, and then none is stored.</returns>
    async Task<IReadOnlyList<Delivery>?> TryTransactAsync(Delivery[] rows, CancellationToken cancellation)
    {
        try
        {
            return await TransactAsync(rows, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }

    async Task<IReadOnlyList<Delivery>> TransactAsync(Delivery[] rows, CancellationToken cancellation)
    {
        var answers = await tables.GetTableClient(rows[0].Id.Table).SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row.ToRow(), row.ETag)), cancellation);
        return [.. rows.Zip(answers.Value, (row, answer) => row with { ETag = answer.Headers.ETag!.Value })];
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning,
            "Claiming took more than {Time}: {Count} deliveries are sent once their claim has expired; the first of all is {First}")]
        public static partial void ClaimedTooSlowly(ILogger log, int count, DeliveryId first, TimeSpan time);
    }
}
