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
    readonly TableClient table = tables.GetTableClient(Tables.Subscribers);

    /// <param name="address">The recipient.</param>
    /// <param name="scope">What kind of mail it would be: one of the mailing list, or any other.</param>
    /// <param name="cancellation">Gives up reading.</param>
    public async Task<bool> IsSuppressedAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return row.HasValue && (row.Value!.ContainsKey(nameof(SuppressionScope.Everything))
            || scope == SuppressionScope.MailingList && row.Value.ContainsKey(nameof(SuppressionScope.MailingList)));
    }

    public async Task SuppressAsync(EmailAddress address, SuppressionScope scope, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        await table.UpsertEntityAsync(new TableEntity(partition, key) { [scope.ToString()] = clock.GetUtcNow() }, TableUpdateMode.Merge,
            cancellation);
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
