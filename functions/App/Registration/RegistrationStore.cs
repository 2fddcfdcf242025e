using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Who is registered for a session, and who waits in which order: reads their rows of table registrations. What changes the seats with them
/// is a <see cref="SeatTransaction"/>.
/// </summary>
public sealed class RegistrationStore(TableServiceClient tables, StoredReader reader, RowKeyHash hash, OpenPartitions open)
{
    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>
    /// Who filled in the form for an attendee; null once they are erased, or called otherwise: a seat may have been handed on.
    /// </summary>
    public async Task<Attendee?> FindRegistrantAsync(Attendee attendee, CancellationToken cancellation) =>
        attendee.RegisteredBy is { } key && await FindReadableAsync(attendee.Session, key, cancellation) is { } registrant
            && Applicant.KeyOf(registrant.Email, registrant.FirstName, registrant.LastName, hash) == key ? registrant : null;

    public async Task<Attendee?> FindAttendeeAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeeRow.Prefix + key, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, AttendeeRow.Read) : null;
    }

    /// <summary>Replaces an attendee's row, if nobody changed it since it was read.</summary>
    /// <exception cref="RequestFailedException">412 or 404: somebody changed or erased it.</exception>
    public async Task ReplaceAsync(Attendee attendee, CancellationToken cancellation) =>
        await table.UpdateEntityAsync(AttendeeRow.Of(attendee), attendee.ETag, TableUpdateMode.Replace, cancellation);

    /// <summary>Those of the keys that are there and can be read.</summary>
    public async Task<IReadOnlyList<Attendee>> FindAttendeesAsync(SessionId session, IEnumerable<string> keys,
        CancellationToken cancellation) =>
        [.. (await Task.WhenAll(keys.Select(key => FindReadableAsync(session, key, cancellation).AsTask()))).OfType<Attendee>()];

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
        table.QueryAsync<TableEntity>(AttendeeRow.AllOf(session) + condition, cancellationToken: cancellation);

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
            WaitingRow.AllOf(session, mode), maxPerPage: Math.Min(count + 1, 1000), cancellationToken: cancellation);
        return await reader.ReadAllAsync(table, line, WaitingRow.AttendeeOf, cancellation).Where(key => key != except)
            .Select((key, token) => FindReadableAsync(session, key, token)).OfType<Attendee>()
            .Where(attendee => attendee.State == AttendeeState.Waiting)
            .Take(count).ToListAsync(cancellation);
    }

    /// <summary>Which in line somebody who waits is, beginning with 1; only keys are read.</summary>
    public async Task<int> PositionAsync(Attendee waiting, CancellationToken cancellation) => 1 + await table.QueryAsync<TableEntity>(
        WaitingRow.AllBefore(waiting), select: ["RowKey"], cancellationToken: cancellation).CountAsync(cancellation);

    /// <summary>Whether the attendee waits and the waiting list has their row; if it is missing, there is none to delete.</summary>
    public async Task<bool> IsInLineAsync(Attendee attendee, CancellationToken cancellation)
    {
        if (attendee.State != AttendeeState.Waiting) return false;

        var row = WaitingRow.Of(attendee);
        return (await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["RowKey"], cancellation)).HasValue;
    }

    /// <summary>null if there is no such row, or it cannot be read: it must not keep those behind it waiting.</summary>
    async ValueTask<Attendee?> FindReadableAsync(SessionId session, string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, AttendeeRow.Prefix + key, cancellationToken: cancellation);
        return row.HasValue && reader.TryRead(table, row.Value!, AttendeeRow.Read, out var attendee) ? attendee : null;
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
                await open.OpenAsync(Tables.Registrations, session.Value, cancellation); // so that the mails are looked after
                await table.SubmitTransactionAsync(some.Select(mail => new TableTransactionAction(
                    TableTransactionActionType.Add, Delivery.NewRow(mail, kind, mails[mail], now))), cancellation);
                return true;
            }
            catch (TableTransactionFailedException known) when (known.Status == 409)
            {
                return false;
            }
        }
    }

    /// <summary>Whether there is more of a session than its seats and a count of nobody: people, mails, or how many they were.</summary>
    public async Task<bool> IsAnythingKeptAsync(SessionId session, CancellationToken cancellation) => await table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {session.Value} and RowKey ne {SeatsRow.Key}")
            + TableClient.CreateQueryFilter($" and not (RowKey eq {HeadcountStore.RowKey} and Seated eq 0)"),
        maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellation).AnyAsync(cancellation);

    /// <summary>Every session for which anything is stored, whether or not the programme can still be read.</summary>
    public IAsyncEnumerable<SessionId> SessionsAsync(CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {SeatsRow.Key}"), select: ["PartitionKey"],
            cancellationToken: cancellation)
        .Select(row => SessionId.Parse(row.PartitionKey)).Where(id => id is not null).Select(id => id!.Value);
}
