using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Mail;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>The seats row as it was read, with what is needed to replace it.</summary>
public sealed record StoredSeats(Seats Seats, ETag ETag, string LastWrite);

/// <summary>
/// Table registrations: a partition holds one session's seats row, attendees, addresses in use, wishes for the newsletter and
/// deliveries. Whatever changes together is one entity-group transaction; the seats row, replaced under its ETag, guards them all.
/// </summary>
public sealed class RegistrationStore(TableServiceClient tables, RowKeyHash hash, OpenPartitions open)
{
    /// <summary>An entity-group transaction holds at most 100 rows (Azure Table Storage).</summary>
    public const int MaxRows = 100;

    const string SeatsRow = "seats";
    const string AttendeePrefix = "attendee-";
    const string AddressPrefix = "address-";
    const string WishPrefix = "wish-";

    readonly TableClient table = tables.GetTableClient(Tables.Registrations);
    readonly OpenPartitions open = open;

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
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow, cancellationToken: cancellation);
        return row.HasValue ? SeatsOf(row.Value!) : null;
    }

    /// <summary>False if the row was there already.</summary>
    public async Task<bool> AddSeatsAsync(SessionId session, Seats seats, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(RowOf(session, seats, ""), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    public async Task<Attendee?> FindAttendeeAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeePrefix + key, cancellationToken: cancellation);
        return row.HasValue ? AttendeeOf(row.Value!) : null;
    }

    /// <summary>
    /// Everybody who registered with an address, cancelled ones too, and the ETag of the address's row, under which the next one is added: who
    /// was not seen here changes it. No ETag: nobody used the address yet.
    /// </summary>
    public async Task<(IReadOnlyList<Attendee> Persons, ETag ETag)> ReadAddressAsync(SessionId session, EmailAddress email, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AddressRow(email), cancellationToken: cancellation);
        var persons = await AttendeesWhereAsync(session, TableClient.CreateQueryFilter($"Address eq {hash.Of(email.Canonical)}"), cancellation).ToListAsync(cancellation);
        return (persons, row.HasValue ? row.Value!.ETag : default);
    }

    public IAsyncEnumerable<Attendee> AttendeesAsync(SessionId session, AttendeeState state, CancellationToken cancellation) =>
        AttendeesWhereAsync(session, TableClient.CreateQueryFilter($"State eq {state.ToString()}"), cancellation);

    IAsyncEnumerable<Attendee> AttendeesWhereAsync(SessionId session, string filter, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {AttendeePrefix} and RowKey lt {"attendee."}") + " and " + filter,
            cancellationToken: cancellation)
        .Select(AttendeeOf);

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
        var personal = TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ne {SeatsRow} and RowKey ne {HeadcountStore.RowKey}");
        var erased = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(personal, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).AsPages())
        {
            foreach (var rows in page.Values.Chunk(MaxRows)) await table.DeleteAllAsync(rows, cancellation);
            erased += page.Values.Count;
        }

        return erased;
    }

    public SeatTransaction Begin(SessionId session) => new(this, session);

    /// <summary>The rows of one entity-group transaction, in the order the service reports a failure by.</summary>
    public sealed class SeatTransaction(RegistrationStore store, SessionId session)
    {
        readonly List<TableTransactionAction> actions = [];

        public int Count => actions.Count;

        /// <param name="seats">The new numbers.</param>
        /// <param name="replaced">The ETag of the row they are computed from.</param>
        /// <param name="write">Names this write, so that after an unclear answer a reader can tell whether it went through.</param>
        public SeatTransaction Replace(Seats seats, ETag replaced, string write) =>
            With(TableTransactionActionType.UpdateReplace, RowOf(session, seats, write), replaced);

        /// <summary>Adds a new attendee; replaces one that was read, if nobody changed it since.</summary>
        public SeatTransaction Put(Attendee attendee) => Put(store.RowOf(attendee), attendee.ETag);

        /// <param name="email">The address that one more person uses.</param>
        /// <param name="read">Its row's ETag, if it has one.</param>
        public SeatTransaction PutAddress(EmailAddress email, ETag read = default) => Put(new(session.Value, store.AddressRow(email)), read);

        public SeatTransaction AddWish(string attendeeKey) =>
            With(TableTransactionActionType.UpsertReplace, new TableEntity(session.Value, WishPrefix + attendeeKey));

        public SeatTransaction AddDelivery(DeliveryId id, string kind, string attendeeKey, DateTimeOffset now) =>
            With(TableTransactionActionType.Add, Delivery.NewRow(id, kind, attendeeKey, now));

        /// <returns>The new ETag of the first row.</returns>
        /// <exception cref="TableTransactionFailedException">Nothing was written; tells the row that failed.</exception>
        public async Task<ETag> SubmitAsync(CancellationToken cancellation)
        {
            await store.open.OpenAsync(Tables.Registrations, session.Value, cancellation); // so that its deliveries are looked after
            var answers = await store.table.SubmitTransactionAsync(actions, cancellation);
            return answers.Value[0].Headers.ETag ?? default;
        }

        SeatTransaction Put(TableEntity row, ETag read) => read == default
            ? With(TableTransactionActionType.Add, row)
            : With(TableTransactionActionType.UpdateReplace, row, read);

        SeatTransaction With(TableTransactionActionType type, TableEntity row, ETag etag = default)
        {
            actions.Add(new(type, row, etag));
            return this;
        }
    }

    string AddressRow(EmailAddress email) => AddressPrefix + hash.Of(email.Canonical);

    static StoredSeats SeatsOf(TableEntity row) => new(
        new(
            row.GetInt32("Capacity")!.Value,
            row.GetInt32("Taken")!.Value,
            row.GetInt32("Waiting")!.Value,
            row.GetInt32("NextPlace")!.Value,
            row.GetDateTimeOffset("Opens")!.Value,
            row.GetDateTimeOffset("Closes")!.Value,
            row.GetDateTimeOffset("Start")!.Value,
            row.GetBoolean("Cancelled")!.Value),
        row.ETag,
        row.GetString("LastWrite"));

    static TableEntity RowOf(SessionId session, Seats seats, string write) => new(session.Value, SeatsRow)
    {
        ["Capacity"] = seats.Capacity,
        ["Taken"] = seats.Taken,
        ["Waiting"] = seats.Waiting,
        ["NextPlace"] = seats.NextPlace,
        ["Opens"] = seats.Opens,
        ["Closes"] = seats.Closes,
        ["Start"] = seats.Start,
        ["Cancelled"] = seats.IsCancelled,
        ["LastWrite"] = write,
    };

    static Attendee AttendeeOf(TableEntity row) => new(
        SessionId.Parse(row.PartitionKey)!.Value,
        row.RowKey[AttendeePrefix.Length..],
        row.GetString("FirstName"),
        row.GetString("LastName"),
        EmailAddress.Stored(row.GetString("Email")),
        row.GetString("Company"),
        Sector.Find(row.GetString("Sector"))!,
        Region.Find(row.GetString("Region"))!,
        row.GetString("Question"),
        Enum.Parse<AttendeeState>(row.GetString("State")),
        row.GetInt32("Place")!.Value,
        row.GetDateTimeOffset("RegisteredAt")!.Value,
        row.GetBoolean("WantsNewsletter")!.Value)
    {
        Revision = row.GetInt32("Revision")!.Value,
        MailsThatDay = row.GetInt32("MailsThatDay")!.Value,
        MailedOn = DateOnly.ParseExact(row.GetString("MailedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ETag = row.ETag,
    };

    TableEntity RowOf(Attendee attendee) => new(attendee.Session.Value, AttendeePrefix + attendee.Key)
    {
        ["FirstName"] = attendee.FirstName,
        ["LastName"] = attendee.LastName,
        ["Email"] = attendee.Email.Value,
        ["Address"] = hash.Of(attendee.Email.Canonical), // finds who shares an address, however it was spelt
        ["Company"] = attendee.Company,
        ["Sector"] = attendee.Sector.Key,
        ["Region"] = attendee.Region.Key,
        ["Question"] = attendee.Question,
        ["State"] = attendee.State.ToString(),
        ["Place"] = attendee.Place,
        ["RegisteredAt"] = attendee.RegisteredAt,
        ["WantsNewsletter"] = attendee.WantsNewsletter,
        ["Revision"] = attendee.Revision,
        ["MailsThatDay"] = attendee.MailsThatDay,
        ["MailedOn"] = attendee.MailedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
