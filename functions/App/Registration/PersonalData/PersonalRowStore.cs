using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.PersonalData;

/// <summary>The rows of table registrations that say something about persons: to be given to them, and to be erased.</summary>
public sealed class PersonalRowStore(TableServiceClient tables, AddressStore addresses)
{
    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>Deletes everything about persons; the seats row and the session's <see cref="Headcount"/> stay.</summary>
    /// <returns>How many rows were deleted.</returns>
    public async Task<int> EraseAsync(SessionId session, CancellationToken cancellation)
    {
        var personal = TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ne {SeatsRow.Key} and RowKey ne {HeadcountStore.RowKey}");
        var erased = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(personal, select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation).AsPages())
        {
            foreach (var rows in page.Values.Chunk(TableRows.TransactionSize)) await table.DeleteAllAsync(rows, cancellation);
            erased += page.Values.Count;
        }

        return erased;
    }

    /// <summary>The seats of a cancelled session whose rows are erased.</summary>
    public async Task ForgetSeatsAsync(SessionId session, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(session.Value, SeatsRow.Key, ETag.All, cancellation);

    /// <summary>
    /// Whether anything is stored under an address: its row comes with the first registration and goes with the last. Only then the
    /// session's rows are worth reading.
    /// </summary>
    public Task<bool> KnowsAsync(SessionId session, EmailAddress email, CancellationToken cancellation) =>
        addresses.IsUsedAsync(session, email, cancellation);

    /// <summary>
    /// Every row about the persons of an address, readable or not. Rows come in the order of their keys: the address and the attendees
    /// before all that names them.
    /// </summary>
    public async IAsyncEnumerable<TableEntity> RowsOfAsync(
        SessionId session, EmailAddress email, [EnumeratorCancellation] CancellationToken cancellation)
    {
        HashSet<string> persons = [];
        var partition = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value}"), cancellationToken: cancellation);
        await foreach (var row in partition)
        {
            var isAddress = row.RowKey == addresses.KeyOf(email);
            if (isAddress) persons.UnionWith(PersonsOf(row));
            var isTheirs = isAddress || (row["Email"] as string)?.ToLowerInvariant() == email.Canonical;
            if (isTheirs && IsAttendee(row)) persons.Add(row.RowKey[AttendeeRow.Prefix.Length..]);
            if (isTheirs || persons.Contains(PersonOf(row))) yield return row;
        }
    }

    /// <summary>The keys of everybody who registered with an address, readable or not.</summary>
    public async Task<IReadOnlyList<string>> PersonsAsync(SessionId session, EmailAddress email, CancellationToken cancellation) =>
        await RowsOfAsync(session, email, cancellation).Select(row => row.RowKey)
            .Where(row => row.StartsWith(AttendeeRow.Prefix, StringComparison.Ordinal)).Select(row => row[AttendeeRow.Prefix.Length..])
            .ToListAsync(cancellation);

    /// <summary>
    /// Deletes what is left of persons whose places were given back, one row after the other. Somebody may just be registering with the
    /// same address: those rows stay. The address's row goes last, so that the staff's search finds what is left as long as there is any.
    /// </summary>
    public async Task EraseRestAsync(SessionId session, EmailAddress email, IReadOnlySet<string> persons, CancellationToken cancellation)
    {
        var all = await RowsOfAsync(session, email, cancellation).ToListAsync(cancellation);
        foreach (var row in all.OrderBy(row => row.RowKey == addresses.KeyOf(email)))
        {
            var isAddress = row.RowKey == addresses.KeyOf(email);
            var others = isAddress ? PersonsOf(row) : PersonOf(row) is { Length: > 0 } person ? [person] : [];
            if (!persons.IsSupersetOf(others)) continue;

            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, isAddress ? row.ETag : ETag.All, cancellation);
        }
    }

    /// <summary>What a row is to the person; places in line and addresses in use are found by it, and say nothing else.</summary>
    public static PersonalRecordKind KindOf(TableEntity row) =>
        IsAttendee(row) || row.RowKey.StartsWith(PendingWork.Application.Prefix, StringComparison.Ordinal) ? PersonalRecordKind.Registration
        : row.RowKey.StartsWith(PendingWork.NewsletterRequest.Prefix, StringComparison.Ordinal) ? PersonalRecordKind.MailingList
        : Delivery.IsRow(row) ? PersonalRecordKind.Mail
        : PersonalRecordKind.Technical;

    public static bool IsAttendee(TableEntity row) => row.RowKey.StartsWith(AttendeeRow.Prefix, StringComparison.Ordinal);

    static string[] PersonsOf(TableEntity address) =>
        (address["Persons"] as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The key of the attendee that a row is about; empty if it is about none.</summary>
    public static string PersonOf(TableEntity row) =>
        IsAttendee(row) ? row.RowKey[AttendeeRow.Prefix.Length..]
        : row.RowKey.StartsWith(PendingWork.NewsletterRequest.Prefix, StringComparison.Ordinal)
            ? row.RowKey[PendingWork.NewsletterRequest.Prefix.Length..]
        : row["Attendee"] as string ?? row["Recipient"] as string ?? "";
}
