using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.MailingList;

/// <summary>The rows of table subscribers that say something about persons: to be given to them, and to be erased.</summary>
public sealed class SubscriberErasureStore(TableServiceClient tables, StoredReader reader, TimeProvider clock)
{
    /// <summary>Partitions of subscribers are hexadecimal; others of the table come after them.</summary>
    const string FirstOther = "g";

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    /// <summary>Every row about a person, readable or not.</summary>
    public IAsyncEnumerable<TableEntity> RowsOfAsync(string key, CancellationToken cancellation)
    {
        var (first, end) = ProofRow.RangeOf(key);
        var (consent, last) = ConsentRow.RangeOf(key);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {SubscriberStore.PartitionOf(key)} and (RowKey eq {key} or Recipient eq {key} or (RowKey ge {first} and RowKey lt {end}) or (RowKey ge {consent} and RowKey lt {last}))"),
            cancellationToken: cancellation);
    }

    /// <summary>
    /// Erases a person; the proof of each consent stays in a row of its own, without address and choice, and ends like that of others who
    /// left.
    /// </summary>
    public Task EraseAsync(string key, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var rows = await RowsOfAsync(key, cancellation).Where(row => !ProofRow.Is(row)).ToListAsync(cancellation);
            var left = rows.Find(row => row.RowKey == key)?["LeftAt"] as DateTimeOffset? ?? clock.GetUtcNow();
            foreach (var row in rows.OrderBy(row => row.RowKey == key)) // the subscriber last: it tells when they left
            {
                List<TableTransactionAction> actions = [new(TableTransactionActionType.Delete, row, row.ETag)];
                if (ConsentRow.Is(row)) actions.Add(new(TableTransactionActionType.UpsertReplace, ProofRow.Of(row, left)));
                await table.SubmitTransactionAsync(actions, cancellation);
            }
        },
        cancellation);

    /// <summary>
    /// Erases what nobody confirmed, and the record of the mails that asked for it. Of a row that cannot be read, nobody may know when it
    /// was asked for: then it counts when it was written last, and one that tells of a consent stays.
    /// </summary>
    /// <param name="before">Asked for earlier than this.</param>
    /// <returns>How many sign-ups were erased.</returns>
    public async Task<int> EraseUnconfirmedAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var erased = 0;
        var longAgo = TableClient.CreateQueryFilter(
            $"RequestAskedAt lt {before} or QueuedAt lt {before} or (Timestamp lt {before} and PartitionKey lt {FirstOther})");
        await foreach (var row in table.QueryAsync<TableEntity>(longAgo, cancellationToken: cancellation))
        {
            if (ConsentRow.Is(row) || ProofRow.Is(row)) continue;
            if (Delivery.IsRow(row))
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            else if (reader.TryRead(table, row, SubscriberRow.Read, out var old)
                ? IsOver(old, row) && await EraseRequestAsync(old, row, cancellation)
                : !await ConsentRow.QueryAsync(table, row.RowKey, cancellation).AnyAsync(cancellation)
                    && await TryDeleteAsync(row, cancellation))
                erased++;
        }

        return erased;

        bool IsOver(Subscriber subscriber, TableEntity row) =>
            subscriber.Request is { } request
                ? request.AskedAt < before
                : subscriber.State == SubscriberState.Pending && row.Timestamp < before;
    }

    /// <summary>Erases who left before this and has not asked to come back, with the proofs of their consents.</summary>
    public async Task<int> EraseLeftAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var erased = 0;
        var left = TableClient.CreateQueryFilter($"State eq {nameof(SubscriberState.Left)} and LeftAt lt {before}");
        await foreach (var row in table.QueryAsync<TableEntity>(left, cancellationToken: cancellation))
        {
            if (ProofRow.Is(row)) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
            else if (SubscriberRow.HasRequest(row) || !await TryDeleteAsync(row, cancellation)) continue;
            erased++;
        }

        return erased;
    }

    /// <summary>With the consents, of which more than fit beside the subscriber are deleted first.</summary>
    async Task<bool> TryDeleteAsync(TableEntity row, CancellationToken cancellation)
    {
        var consents = await ConsentRow.QueryAsync(table, row.RowKey, cancellation).ToListAsync(cancellation);
        var last = Math.Min(consents.Count, TableRows.TransactionSize - 1);
        foreach (var rows in consents.SkipLast(last).Chunk(TableRows.TransactionSize)) await table.DeleteAllAsync(rows, cancellation);
        return await OptimisticConcurrency.TryAsync(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Delete, row, row.ETag),
                .. consents.TakeLast(last).Select(consent =>
                    new TableTransactionAction(TableTransactionActionType.Delete, consent, ETag.All)),
            ], cancellation));
    }

    /// <returns>False if it was confirmed, or asked again, just now.</returns>
    Task<bool> EraseRequestAsync(Subscriber subscriber, TableEntity row, CancellationToken cancellation) =>
        subscriber.State == SubscriberState.Pending
            ? TryDeleteAsync(row, cancellation)
            : OptimisticConcurrency.TryAsync(() => table.UpdateEntityAsync(
                SubscriberRow.Of(subscriber with { Request = null }), subscriber.ETag, TableUpdateMode.Replace, cancellation));
}
