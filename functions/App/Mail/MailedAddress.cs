using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

/// <summary>
/// What is stored about an address that mails go to, all of it under keyed hashes, and notices to staff that name it. That it must not be
/// mailed stays: it is what its owner wants. The mail service is asked to erase its own copies.
/// </summary>
sealed class MailedAddress(
    TableServiceClient tables, Suppression suppression, ConfirmedAddresses confirmed, RecipientLimit limit, StaffNotices notices,
    RecipientErasure service) : IHoldsPersonalData
{
    const string Suppressed =
        "Damit an die Adresse nichts mehr gesendet wird, ohne die Adresse; wird nach der Frist von MailRecords__SuppressionYears gelöscht";

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await RowAsync(Tables.Subscribers, suppression.KeyOf(address), cancellation) is { } suppressed)
            yield return PersonalRecord.Of(Tables.Subscribers, PersonalRecordKind.MailingList, suppressed, Suppressed);
        foreach (var key in LimitsOf(address))
            if (await RowAsync(Tables.Limits, key, cancellation) is { } row)
                yield return PersonalRecord.Of(Tables.Limits, PersonalRecordKind.Technical, row);
        await foreach (var notice in notices.NamingAsync(address, cancellation))
            yield return PersonalRecord.Of(Tables.Deliveries, PersonalRecordKind.Text, notice);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        foreach (var (partition, row) in LimitsOf(address))
            await tables.GetTableClient(Tables.Limits).DeleteEntityAsync(partition, row, ETag.All, cancellation);
        foreach (var notice in await notices.NamingAsync(address, cancellation).ToListAsync(cancellation))
            await notices.EraseAsync(notice.PartitionKey, cancellation);
        return address.HasMailbox ? await service.AskAsync(address, cancellation) : null;
    }

    IEnumerable<(string Partition, string Row)> LimitsOf(EmailAddress address) => [confirmed.KeyOf(address), limit.KeyOf(address)];

    async Task<TableEntity?> RowAsync(string table, (string Partition, string Row) key, CancellationToken cancellation)
    {
        var row = await tables.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row,
            cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }
}
