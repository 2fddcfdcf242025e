using Azure.Data.Tables;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>
/// Addresses that must not be mailed any more, found by the hash of the canonical address: rows of table subscribers, their
/// partitions apart from the subscribers' own.
/// </summary>
public sealed class Suppression(TableServiceClient tables, RowKeyHash hash, TimeProvider clock)
{
    /// <summary>Rows an entity-group transaction takes at most.</summary>
    const int TransactionSize = 100;

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    /// <param name="address">The recipient.</param>
    /// <param name="scope">What kind of mail it would be: one of the mailing list, or any other.</param>
    public async Task<bool> IsSuppressedAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue && Concerns(row.Value!, scope);
    }

    static bool Concerns(TableEntity row, SuppressionScope scope) => row.ContainsKey(nameof(SuppressionScope.Everything))
        || scope == SuppressionScope.MailingList && row.ContainsKey(nameof(SuppressionScope.MailingList));

    /// <summary>All addresses at once, to ask about many; a range of the table is read.</summary>
    public async Task<Predicate<EmailAddress>> AllAsync(SuppressionScope scope, CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {"suppressed-"} and PartitionKey lt {"suppressed."}"), // '.' follows '-'
            cancellationToken: cancellation);
        var keys = await rows.Where(row => Concerns(row, scope)).Select(row => row.RowKey).ToHashSetAsync(cancellationToken: cancellation);
        return address => keys.Contains(KeyOf(address).Row);
    }

    public Task SuppressAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation) =>
        SuppressAllAsync([(address, scope)], cancellation);

    /// <summary>Those of one partition together.</summary>
    public async Task SuppressAllAsync(
        IEnumerable<(EmailAddress Address, SuppressionScope Scope)> suppressed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var partitions = suppressed.GroupBy(one => KeyOf(one.Address)).GroupBy(address => address.Key.Partition);
        foreach (var addresses in partitions.SelectMany(partition => partition.Chunk(TransactionSize)))
            await table.SubmitTransactionAsync(addresses.Select(address => Merge(address.Key, address.Select(one => one.Scope), now)),
                cancellation);
    }

    static TableTransactionAction Merge((string Partition, string Row) key, IEnumerable<SuppressionScope> scopes, DateTimeOffset now)
    {
        var row = new TableEntity(key.Partition, key.Row);
        foreach (var scope in scopes) row[scope.ToString()] = now;
        return new(TableTransactionActionType.UpsertMerge, row);
    }

    /// <summary>A newly confirmed consent outweighs an earlier wish to get nothing from the mailing list.</summary>
    public async Task AllowMailingListAsync(EmailAddress address, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        if (!row.HasValue || !row.Value!.Remove(nameof(SuppressionScope.MailingList))) return;

        await table.UpdateEntityAsync(row.Value, row.Value.ETag, TableUpdateMode.Replace, cancellation);
    }

    (string Partition, string Row) KeyOf(EmailAddress address)
    {
        var key = hash.Of("suppressed", address.Canonical);
        return ($"suppressed-{key[..2]}", key);
    }
}
