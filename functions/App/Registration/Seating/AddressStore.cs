using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>Who used which address in a session: the rows of table registrations that <see cref="AddressUse"/> describes.</summary>
public sealed class AddressStore(TableServiceClient tables, StoredReader reader, RowKeyHash hash)
{
    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>Whether somebody used the address in this session, whatever its row says.</summary>
    public async Task<bool> IsUsedAsync(SessionId session, EmailAddress email, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(session.Value, KeyOf(email), ["RowKey"], cancellation)).HasValue;

    /// <summary>
    /// Who used the address in this session. A row that cannot be read is made anew from the attendees' rows; storing it mends it.
    /// </summary>
    public async Task<AddressUse> FindAsync(SessionId session, EmailAddress email, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, KeyOf(email), cancellationToken: cancellation);
        if (!row.HasValue) return AddressUse.None;
        if (reader.TryRead(table, row.Value!, AddressUse.Read, out var use)) return use;

        var persons = table.QueryAsync<TableEntity>(AttendeeRow.AllOf(session), cancellationToken: cancellation)
            .Where(attendee => EmailAddress.Stored(attendee["Email"] as string ?? "").Canonical == email.Canonical)
            .Select(attendee => attendee.RowKey[AttendeeRow.Prefix.Length..]);
        return new(await persons.ToListAsync(cancellation)) { ETag = row.Value!.ETag };
    }

    internal TableEntity RowOf(SessionId session, EmailAddress email, AddressUse use) => use.ToRow(session.Value, KeyOf(email));

    internal string KeyOf(EmailAddress email) => "address-" + hash.Of(email.Canonical);
}
