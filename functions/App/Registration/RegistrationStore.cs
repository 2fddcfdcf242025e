using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Table registrations: a partition holds one session's seats row, attendees, addresses in use, applications to be settled, the
/// waiting list, requests for the newsletter and deliveries. Whatever changes together is one entity-group transaction; the seats row,
/// replaced under its ETag, guards them all.
/// </summary>
public sealed class RegistrationStore(TableServiceClient tables, StoredReader reader, RowKeyHash hash, OpenPartitions open)
{
    const string AddressPrefix = "address-";

    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>The key of a person: a hash of address, first and last name.</summary>
    public string KeyOf(Applicant applicant) => KeyOf(applicant.Email, applicant.FirstName, applicant.LastName);

    /// <summary>
    /// Who filled in the form for an attendee; null once they are erased, or called otherwise: a seat may have been handed on.
    /// </summary>
    public async Task<Attendee?> FindRegistrantAsync(Attendee attendee, CancellationToken cancellation) =>
        attendee.RegisteredBy is { } key && await FindReadableAsync(attendee.Session, key, cancellation) is { } registrant
            && KeyOf(registrant.Email, registrant.FirstName, registrant.LastName) == key ? registrant : null;

    /// <summary>
    /// A free key for a new attendee. The usual one may be taken by somebody who has changed their name since, or by a row that cannot be
    /// read.
    /// </summary>
    public string KeyBeside(Applicant applicant, IReadOnlyList<string> taken) =>
        Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => hash.Of(KeyOf(applicant), number.ToString(CultureInfo.InvariantCulture)))
            .Prepend(KeyOf(applicant))
            .First(key => !taken.Contains(key));

    string KeyOf(EmailAddress email, string firstName, string lastName) =>
        hash.Of(email.Canonical, Applicant.FoldedText(firstName), Applicant.FoldedText(lastName));

    public static DeliveryId NewDelivery(SessionId session) =>
        new(Tables.Registrations, session.Value, Delivery.RowPrefix + Guid.CreateVersion7().ToString("N"));

    public async Task<StoredSeats?> ReadSeatsAsync(SessionId session, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key, cancellationToken: cancellation);
        return row.HasValue ? new(reader.Read(table, row.Value!, SeatsRow.Read), row.Value!.ETag) : null;
    }

    /// <summary>False if the row was there already.</summary>
    public Task<bool> AddSeatsAsync(SessionId session, Seats seats, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(() => table.AddEntityAsync(SeatsRow.Of(session, seats, write: ""), cancellation));

    public async Task<Attendee?> FindAttendeeAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeeRow.Prefix + key, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, AttendeeRow.Read) : null;
    }

    /// <summary>Whether somebody used the address in this session, whatever its row says.</summary>
    public async Task<bool> IsUsedAsync(SessionId session, EmailAddress email, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AddressRow(email), ["RowKey"], cancellation)).HasValue;

    /// <summary>
    /// Who used the address in this session. A row that cannot be read is made anew from the attendees' rows; storing it mends it.
    /// </summary>
    public async Task<AddressUse> FindAddressAsync(SessionId session, EmailAddress email, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AddressRow(email), cancellationToken: cancellation);
        if (!row.HasValue) return AddressUse.None;
        if (reader.TryRead(table, row.Value!, AddressUse.Read, out var use)) return use;

        var persons = AttendeeRowsAsync(session, "", cancellation)
            .Where(attendee => EmailAddress.Stored(attendee["Email"] as string ?? "").Canonical == email.Canonical)
            .Select(attendee => attendee.RowKey[AttendeeRow.Prefix.Length..]);
        return new(await persons.ToListAsync(cancellation)) { ETag = row.Value!.ETag };
    }

    /// <summary>Those of the keys that are there and can be read.</summary>
    public async Task<IReadOnlyList<Attendee>> FindAttendeesAsync(SessionId session, IEnumerable<string> keys,
        CancellationToken cancellation) =>
        [.. (await Task.WhenAll(keys.Select(key => FindReadableAsync(session, key, cancellation).AsTask()))).OfType<Attendee>()];

    /// <summary>null once it is settled.</summary>
    public async Task<PendingApplication?> FindApplicationAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, ApplicationRow.KeyOf(key),
            cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, ApplicationRow.Read) : null;
    }

    public IAsyncEnumerable<Attendee> AttendeesAsync(SessionId session, AttendeeState state, CancellationToken cancellation) =>
        reader.ReadAllAsync(
            table, AttendeeRowsAsync(session, TableClient.CreateQueryFilter($" and State eq {state.ToString()}"), cancellation),
            AttendeeRow.Read, cancellation);

    /// <summary>Who has a seat or waits, page by page.</summary>
    public IAsyncEnumerable<Attendee> ExpectedAsync(SessionId session, CancellationToken cancellation) =>
        ExpectedAsync(session, "", cancellation);

    /// <param name="session">The session.</param>
    /// <param name="condition">Which of them: the storage service looks through the rows, and sends these alone.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<Attendee> ExpectedAsync(SessionId session, string condition, CancellationToken cancellation) => reader.ReadAllAsync(
        table,
        AttendeeRowsAsync(
            session, TableClient.CreateQueryFilter($" and State ne {nameof(AttendeeState.Cancelled)}") + condition, cancellation),
        AttendeeRow.Read, cancellation);

    /// <summary>Who gave no address, those who cancelled too.</summary>
    public IAsyncEnumerable<Attendee> WithoutAddressAsync(SessionId session, CancellationToken cancellation)
    {
        var (first, end) = EmailAddress.RangeOfNone;
        var rows = AttendeeRowsAsync(
            session, TableClient.CreateQueryFilter($" and Email ge {first} and Email lt {end}"), cancellation);
        return reader.ReadAllAsync(table, rows, AttendeeRow.Read, cancellation).Where(attendee => !attendee.Email.HasMailbox);
    }

    /// <summary>Whom staff are to call, those who cancelled too.</summary>
    public IAsyncEnumerable<Attendee> ToCallAsync(SessionId session, CancellationToken cancellation) => reader.ReadAllAsync(
        table, AttendeeRowsAsync(session, $" and {AttendeeRow.CallAbout} gt ''", cancellation), AttendeeRow.Read, cancellation);

    /// <summary>Everybody who registered, those who cancelled too.</summary>
    public IAsyncEnumerable<Attendee> EverybodyAsync(SessionId session, CancellationToken cancellation) =>
        reader.ReadAllAsync(table, AttendeeRowsAsync(session, "", cancellation), AttendeeRow.Read, cancellation);

    AsyncPageable<TableEntity> AttendeeRowsAsync(SessionId session, string condition, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ge {AttendeeRow.Prefix} and RowKey lt {"attendee."}")
                + condition,
            cancellationToken: cancellation);

    /// <summary>Who has waited longest; the row keys of the waiting list are in its order, so that nobody else's row is read.</summary>
    /// <param name="session">The session.</param>
    /// <param name="mode">For which of the seats.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="except">The key of somebody who is about to leave.</param>
    /// <param name="cancellation">Gives up reading.</param>
    public async Task<IReadOnlyList<Attendee>> FirstInLineAsync(SessionId session, AttendanceMode mode, int count, string? except,
        CancellationToken cancellation)
    {
        var line = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {session.Value} and RowKey ge {LinePrefix(mode)} and RowKey lt {LinePrefix(mode)[..^1] + '.'}"), // '.' follows '-'
            maxPerPage: Math.Min(count + 1, 1000), cancellationToken: cancellation);
        return await reader.ReadAllAsync(table, line, row => row.Text("Attendee"), cancellation).Where(key => key != except)
            .Select((key, token) => FindReadableAsync(session, key, token)).OfType<Attendee>()
            .Where(attendee => attendee.State == AttendeeState.Waiting)
            .Take(count).ToListAsync(cancellation);
    }

    /// <summary>Which in line somebody who waits is, beginning with 1; only keys are read.</summary>
    public async Task<int> PositionAsync(Attendee waiting, CancellationToken cancellation)
    {
        var own = NewInLine(waiting).RowKey;
        return 1 + await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {waiting.Session.Value} and RowKey ge {LinePrefix(waiting.Mode)} and RowKey lt {own}"),
            select: ["RowKey"], cancellationToken: cancellation).CountAsync(cancellation);
    }

    /// <summary>Whether the waiting list has a row of this attendee; a row may be missing, and then there is none to delete.</summary>
    public async Task<bool> IsCurrentAsync(Attendee waiting, CancellationToken cancellation)
    {
        var row = NewInLine(waiting);
        return (await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["RowKey"], cancellation)).HasValue;
    }

    /// <summary>null if there is no such row, or it cannot be read: it must not keep those behind it waiting.</summary>
    async ValueTask<Attendee?> FindReadableAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeeRow.Prefix + key, cancellationToken: cancellation);
        return row.HasValue && reader.TryRead(table, row.Value!, AttendeeRow.Read, out var attendee) ? attendee : null;
    }

    /// <summary>null once it is taken care of.</summary>
    public async Task<NewsletterRequest?> FindNewsletterRequestAsync(SessionId session, string attendeeKey, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, PendingWork.NewsletterRequest.Prefix + attendeeKey,
            cancellationToken: cancellation);
        return row.HasValue
            ? reader.Read(table, row.Value!, request => new NewsletterRequest(request.GetDateTimeOffset("AskedAt")!.Value, request.Text("AskedFrom")))
            : null;
    }

    /// <summary>Whose question is still to be answered.</summary>
    public IAsyncEnumerable<Attendee> WithQuestionsAsync(SessionId session, CancellationToken cancellation) =>
        ExpectedAsync(session, " and Question gt ''", cancellation);

    /// <summary>Who needs something, answered or not.</summary>
    public IAsyncEnumerable<Attendee> WithNeedsAsync(SessionId session, CancellationToken cancellation) =>
        ExpectedAsync(session, " and (Needs gt '' or NeedsOther gt '')", cancellation);

    /// <summary>Whose need staff have not answered yet.</summary>
    public IAsyncEnumerable<Attendee> WithOpenNeedsAsync(SessionId session, CancellationToken cancellation) =>
        ExpectedAsync(session, $" and (NeedState eq '{nameof(NeedState.New)}' or NeedState eq '{nameof(NeedState.Told)}')", cancellation);

    /// <summary>Adds a delivery for each recipient, named by its occasion; what is there from an earlier try stays.</summary>
    /// <param name="session">The partition.</param>
    /// <param name="occasion">The same occasion names the same mails.</param>
    /// <param name="kind">Of the mails.</param>
    /// <param name="recipients">Their keys, at most a hundred.</param>
    /// <param name="now">When they are written.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of them.</returns>
    public async Task<IReadOnlyList<DeliveryId>> AddMailsAsync(SessionId session, string occasion, string kind,
        IEnumerable<string> recipients, DateTimeOffset now, CancellationToken cancellation)
    {
        var mails = recipients.ToDictionary(
            key => new DeliveryId(Tables.Registrations, session.Value, $"{Delivery.RowPrefix}{occasion}-{key}"));
        if (mails.Count == 0) return [];
        if (!await TryAddAsync(mails.Keys)) foreach (var mail in mails.Keys) await TryAddAsync([mail]);
        return [.. mails.Keys];

        async Task<bool> TryAddAsync(IEnumerable<DeliveryId> some)
        {
            try
            {
                await SubmitAsync(session, some.Select(mail => new TableTransactionAction(
                    TableTransactionActionType.Add, Delivery.NewRow(mail, kind, mails[mail], now))), cancellation);
                return true;
            }
            catch (TableTransactionFailedException known) when (known.Status == 409)
            {
                return false;
            }
        }
    }

    /// <summary>Everybody was told of this change. A later one stays.</summary>
    public Task EndChangeAsync(SessionId session, PendingChange change, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (await ReadSeatsAsync(session, cancellation) is { } stored && stored.Seats.Change == change)
                await Begin(session).Replace(stored.Seats with { Change = null }, stored.ETag).SubmitAsync(cancellation);
        },
        cancellation);

    /// <summary>Every session for which anything is stored, whether or not the programme can still be read.</summary>
    public IAsyncEnumerable<SessionId> SessionsAsync(CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {SeatsRow.Key}"), select: ["PartitionKey"],
            cancellationToken: cancellation)
        .Select(row => SessionId.Parse(row.PartitionKey)).Where(id => id is not null).Select(id => id!.Value);

    public SeatTransaction Begin(SessionId session) => new(this, session);

    internal static TableEntity RowOf(Attendee attendee) => AttendeeRow.Of(attendee);

    /// <summary>How the keys of the rows of one waiting list begin.</summary>
    static string LinePrefix(AttendanceMode mode) => mode == AttendanceMode.Online ? "online-waiting-" : "waiting-";

    internal static TableEntity NewInLine(Attendee waiting) => new(waiting.Session.Value, $"{LinePrefix(waiting.Mode)}{waiting.Place:D10}")
    {
        ["Attendee"] = waiting.Key,
    };

    internal static TableEntity NewNewsletterRequest(SessionId session, string attendeeKey, NewsletterRequest request) =>
        new(NewsletterRequestRow(session, attendeeKey)) { ["AskedAt"] = request.AskedAt, ["AskedFrom"] = request.AskedFrom };

    /// <summary>The keys of the row alone.</summary>
    internal static TableEntity NewsletterRequestRow(SessionId session, string attendeeKey) =>
        new(session.Value, PendingWork.NewsletterRequest.Prefix + attendeeKey);

    internal TableEntity RowOf(SessionId session, EmailAddress email, AddressUse address) =>
        address.ToRow(session.Value, AddressRow(email));

    internal async Task SubmitAsync(SessionId session, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        await open.OpenAsync(Tables.Registrations, session.Value, cancellation); // so that its deliveries are looked after
        await table.SubmitTransactionAsync(actions, cancellation);
    }

    /// <summary>Whether it was this write that wrote the seats row last.</summary>
    internal async Task<bool> WasWrittenAsync(SessionId session, string write)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key);
        return row.HasValue && SeatsRow.WriteOf(row.Value!) == write;
    }

    internal string AddressRow(EmailAddress email) => AddressPrefix + hash.Of(email.Canonical);
}
