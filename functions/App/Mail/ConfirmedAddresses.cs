using Azure.Data.Tables;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>
/// Addresses whose owner has confirmed something: pressed a button behind a link that was mailed there. Programs that scan mails open links
/// but press no buttons. Rows of table limits, found by the hash of the canonical address and forgotten after a year.
/// </summary>
public sealed class ConfirmedAddresses(TableServiceClient tables, RowKeyHash hash, TimeProvider clock)
{
    public const int DaysKept = 365;

    readonly TableClient table = tables.GetTableClient(Tables.Limits);

    public async Task<bool> ContainsAsync(EmailAddress address, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        return (await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation)).HasValue;
    }

    public async Task AddAsync(EmailAddress address, CancellationToken cancellation)
    {
        var (partition, key) = KeyOf(address);
        var row = new TableEntity(partition, key) { ["Ends"] = clock.GetUtcNow().AddDays(DaysKept) };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    internal (string Partition, string Row) KeyOf(EmailAddress address)
    {
        var key = hash.Of("proven", address.Canonical);
        return ($"proven-{key[..2]}", key);
    }
}
