using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>
/// Addresses that must not be mailed any more, found by the hash of the canonical address. They are rows of table subscribers, in
/// partitions of their own, with the subscribers' order of keys, so that one range query answers for a whole batch. They contain no
/// address and are deleted after some years.
/// </summary>
public sealed class Suppression(
    TableServiceClient tables, StoredReader reader, RowKeyHash hash, IEnumerable<IFollowsSuppression> followers, TimeProvider clock)
{
    const string Prefix = "suppressed-", LiftedAt = "LiftedAt", LiftedBecause = "LiftedBecause";

    static readonly string[] Scopes = Enum.GetNames<SuppressionScope>();

    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    /// <param name="address">The recipient.</param>
    /// <param name="scope">What kind of mail it would be: one of the mailing list, or any other.</param>
    public async Task<bool> IsSuppressedAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue && Concerns(row.Value!, scope);
    }

    /// <summary>Those of the addresses that are suppressed, by one query for each partition; there are as many as of subscribers.</summary>
    public async Task<IReadOnlySet<EmailAddress>> AmongAsync(
        IEnumerable<EmailAddress> addresses, SuppressionScope scope, CancellationToken cancellation)
    {
        var suppressed = new HashSet<EmailAddress>();
        foreach (var some in addresses.ToLookup(KeyOf).GroupBy(address => address.Key.Partition))
        {
            var byRow = some.ToDictionary(address => address.Key.Row, StringComparer.Ordinal);
            var between = TableClient.CreateQueryFilter(
                $"PartitionKey eq {some.Key} and RowKey ge {byRow.Keys.Min(StringComparer.Ordinal)} and RowKey le {byRow.Keys.Max(StringComparer.Ordinal)}");
            await foreach (var row in table.QueryAsync<TableEntity>(between, cancellationToken: cancellation))
                if (Concerns(row, scope) && byRow.TryGetValue(row.RowKey, out var found)) suppressed.UnionWith(found);
        }

        return suppressed;
    }

    static bool Concerns(TableEntity row, SuppressionScope scope) => row.ContainsKey(nameof(SuppressionScope.Everything))
        || scope == SuppressionScope.MailingList && row.ContainsKey(nameof(SuppressionScope.MailingList));

    /// <summary>All addresses at once, to ask about many; a range of the table is read.</summary>
    /// <param name="scope">What kind of mail it would be.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="range">Only those whose subscribers' partition has this name.</param>
    public async Task<Predicate<EmailAddress>> AllAsync(SuppressionScope scope, CancellationToken cancellation, char? range = null)
    {
        var rows = range is null ? RowsAsync(cancellation)
            : table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Prefix + range}"), cancellationToken: cancellation);
        var keys = await rows.Where(row => Concerns(row, scope)).Select(row => row.RowKey)
            .ToHashSetAsync(cancellationToken: cancellation);
        return address => keys.Contains(KeyOf(address).Row);
    }

    public Task SuppressAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation) =>
        SuppressAllAsync([(address, scope)], cancellation);

    /// <summary>Those of one partition together; then what other slices end with it.</summary>
    public async Task SuppressAllAsync(
        IEnumerable<(EmailAddress Address, SuppressionScope Scope)> suppressed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var byAddress = suppressed.GroupBy(one => KeyOf(one.Address)).ToList();
        var groups = byAddress.GroupBy(address => address.Key.Partition).SelectMany(some => some.Chunk(TableRows.TransactionSize));
        foreach (var addresses in groups)
            await table.SubmitTransactionAsync(addresses.Select(address => Merge(address.Key, address.Select(one => one.Scope), now)),
                cancellation);

        EmailAddress[] all = [.. byAddress.Select(address => address.First().Address)];
        foreach (var follower in followers) await follower.FollowAsync(all, cancellation);
    }

    /// <summary>A newly confirmed consent outweighs an earlier wish to get nothing from the mailing list.</summary>
    public Task AllowMailingListAsync(EmailAddress address, CancellationToken cancellation) =>
        ChangeAsync(address, row => row.Remove(nameof(SuppressionScope.MailingList)), cancellation);

    /// <summary>The Redaktion knows better, for example that the mailbox exists again. The reason is kept as long as the row.</summary>
    /// <param name="address">The address.</param>
    /// <param name="reason">Why; names nobody.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if nothing was suppressed.</returns>
    public Task<bool> LiftAsync(EmailAddress address, string reason, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ChangeAsync(address, row =>
        {
            if (!Suppresses(row)) return false;

            foreach (var scope in Scopes) row.Remove(scope);
            (row[LiftedAt], row[LiftedBecause]) = (clock.GetUtcNow(), reason);
            return true;
        }, cancellation);
    }

    /// <returns>null if nothing is known of the address, or no more.</returns>
    public async Task<SuppressedAddress?> FindAsync(EmailAddress address, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <summary>How many addresses are suppressed; a range of the table is read.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation) => await RowsAsync(cancellation).CountAsync(Suppresses, cancellation);

    /// <summary>Erases the rows whose last event was before this.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var erased = 0;
        await foreach (var row in RowsAsync(cancellation))
        {
            if (!reader.TryRead(table, row, LastEventOf, out var last) || last >= before) continue;
            if (await OptimisticConcurrency.TryAsync(
                () => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation))) erased++;
        }

        return erased;
    }

    AsyncPageable<TableEntity> RowsAsync(CancellationToken cancellation) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey ge {Prefix} and PartitionKey lt {"suppressed."}"), // '.' follows '-'
        cancellationToken: cancellation);

    static TableTransactionAction Merge((string Partition, string Row) key, IEnumerable<SuppressionScope> scopes, DateTimeOffset now)
    {
        var row = new TableEntity(key.Partition, key.Row);
        foreach (var scope in scopes) row[scope.ToString()] = now;
        return new(TableTransactionActionType.UpsertMerge, row);
    }

    /// <summary>A row that says nothing any more goes.</summary>
    /// <returns>Whether something changed.</returns>
    Task<bool> ChangeAsync(EmailAddress address, Func<TableEntity, bool> change, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var (partition, key) = KeyOf(address);
            var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            if (!row.HasValue || !change(row.Value!)) return false;

            await (Suppresses(row.Value!) || row.Value!.ContainsKey(LiftedAt)
                ? table.UpdateEntityAsync(row.Value, row.Value!.ETag, TableUpdateMode.Replace, cancellation)
                : table.DeleteEntityAsync(partition, key, row.Value!.ETag, cancellation));
            return true;
        },
        cancellation);

    static bool Suppresses(TableEntity row) => Scopes.Any(row.ContainsKey);

    static SuppressedAddress Read(TableEntity row) => new(
        row.GetDateTimeOffset(nameof(SuppressionScope.Everything)), row.GetDateTimeOffset(nameof(SuppressionScope.MailingList)),
        row.GetDateTimeOffset(LiftedAt), row.GetString(LiftedBecause));

    static DateTimeOffset LastEventOf(TableEntity row) =>
        Scopes.Append(LiftedAt).Where(row.ContainsKey).Max(column => row.GetDateTimeOffset(column)!.Value);

    internal (string Partition, string Row) KeyOf(EmailAddress address)
    {
        var key = hash.Of(address.Canonical);
        return (Prefix + key[..1], key);
    }
}
