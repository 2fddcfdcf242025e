using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Table registrations: a partition holds one session's seats row, attendees, addresses in use, wishes for the newsletter and
/// deliveries. Whatever changes together is one entity-group transaction; the seats row, replaced under its ETag, guards them all.
/// </summary>
public sealed class RegistrationStore(TableServiceClient tables, StoredReader reader, RowKeyHash hash, OpenPartitions open)
{
    /// <summary>An entity-group transaction holds at most 100 rows (Azure Table Storage).</summary>
    public const int MaxRows = 100;

    const string AddressPrefix = "address-";
    const string WishPrefix = "wish-";

    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>Address and name make the person.</summary>
    public string KeyOf(Applicant applicant) =>
        hash.Of(applicant.Email.Canonical, Applicant.Folded(applicant.FirstName), Applicant.Folded(applicant.LastName));

    /// <summary>A key for somebody whose own is taken: by a person who has another name by now.</summary>
    public string KeyBeside(Applicant applicant, IEnumerable<Attendee> others)
    {
        var taken = others.Select(attendee => attendee.Key).ToHashSet();
        return Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => hash.Of(KeyOf(applicant), number.ToString(CultureInfo.InvariantCulture)))
            .Prepend(KeyOf(applicant))
            .First(key => !taken.Contains(key));
    }

    public static DeliveryId NewDelivery(SessionId session) =>
        new(Tables.Registrations, session.Value, Delivery.RowPrefix + Guid.CreateVersion7().ToString("N"));

    public async Task<StoredSeats?> ReadSeatsAsync(SessionId session, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key, cancellationToken: cancellation);
        return row.HasValue ? new(reader.Read(table, row.Value!, SeatsRow.Read), row.Value!.ETag) : null;
    }

    /// <summary>False if the row was there already.</summary>
    public async Task<bool> AddSeatsAsync(SessionId session, Seats seats, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(SeatsRow.Of(session, seats, write: ""), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    public async Task<Attendee?> FindAttendeeAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeeRow.Prefix + key, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, AttendeeRow.Read) : null;
    }

    /// <summary>
    /// Everybody who registered with an address, cancelled ones too, and the ETag of the address's row, under which the next one is added:
    /// who was not seen here changes it. No ETag: nobody used the address yet.
    /// </summary>
    public async Task<(IReadOnlyList<Attendee> Persons, ETag ETag)> ReadAddressAsync(SessionId session, EmailAddress email,
        CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AddressRow(email), cancellationToken: cancellation);
        var persons = await AttendeesWhereAsync(session, TableClient.CreateQueryFilter($"Address eq {hash.Of(email.Canonical)}"),
            cancellation).ToListAsync(cancellation);
        return (persons, row.HasValue ? row.Value!.ETag : default);
    }

    public IAsyncEnumerable<Attendee> AttendeesAsync(SessionId session, AttendeeState state, CancellationToken cancellation) =>
        AttendeesWhereAsync(session, TableClient.CreateQueryFilter($"State eq {state.ToString()}"), cancellation);

    IAsyncEnumerable<Attendee> AttendeesWhereAsync(SessionId session, string filter, CancellationToken cancellation) => reader.ReadAllAsync(
        table,
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {AttendeeRow.Prefix} and RowKey lt {"attendee."}")
                + " and " + filter,
            cancellationToken: cancellation),
        AttendeeRow.Read, cancellation);

    /// <summary>Wishes for the newsletter whose message may have got lost.</summary>
    public IAsyncEnumerable<string> WishesAsync(SessionId session, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {WishPrefix} and RowKey lt {"wish."}"),
            select: ["RowKey"], cancellationToken: cancellation)
        .Select(row => row.RowKey[WishPrefix.Length..]);

    public async Task ForgetWishAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        await table.DeleteEntityAsync(session.Value, WishPrefix + attendeeKey, ETag.All, cancellation);

    /// <summary>Deletes everything about persons; the seats row and the session's <see cref="Headcount"/> stay.</summary>
    /// <returns>How many rows were deleted.</returns>
    public async Task<int> EraseAsync(SessionId session, CancellationToken cancellation)
    {
        var personal = TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ne {SeatsRow.Key} and RowKey ne {HeadcountStore.RowKey}");
        var erased = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(personal, select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation).AsPages())
        {
            foreach (var rows in page.Values.Chunk(MaxRows)) await table.DeleteAllAsync(rows, cancellation);
            erased += page.Values.Count;
        }

        return erased;
    }

    public SeatTransaction Begin(SessionId session) => new(this, session);

    internal TableEntity RowOf(Attendee attendee) => AttendeeRow.Of(attendee, address: hash.Of(attendee.Email.Canonical));

    internal static TableEntity NewWish(SessionId session, string attendeeKey) => new(session.Value, WishPrefix + attendeeKey);

    internal TableEntity NewAddress(SessionId session, EmailAddress email) => new(session.Value, AddressRow(email));

    /// <returns>The new ETag of the first row.</returns>
    internal async Task<ETag> SubmitAsync(SessionId session, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        await open.OpenAsync(Tables.Registrations, session.Value, cancellation); // so that its deliveries are looked after
        var answers = await table.SubmitTransactionAsync(actions, cancellation);
        return answers.Value[0].Headers.ETag ?? default;
    }

    /// <summary>The seats row's ETag, if it was this write that wrote it last.</summary>
    internal async Task<ETag?> WrittenByAsync(SessionId session, string write)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key);
        return row.HasValue && SeatsRow.WriteOf(row.Value!) == write ? row.Value!.ETag : null;
    }

    string AddressRow(EmailAddress email) => AddressPrefix + hash.Of(email.Canonical);
}
