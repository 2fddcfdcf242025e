using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Programme;

/// <summary>
/// Table sessions: the whole programme in one partition, about a dozen rows for each year, so that a file can be stored in one entity-group
/// transaction.
/// </summary>
public sealed class ProgrammeStore(TableServiceClient tables, StoredReader reader)
{
    const string Partition = "programme";

    /// <summary>Columns of the fields that staff edited begin so.</summary>
    const string FileSays = "FileSays";

    const string Deleted = "Deleted";

    /// <summary>
    /// Even with descriptions of maximum length, this many rows stay below the 4 MiB limit of an entity-group transaction.
    /// </summary>
    const int RowsPerTransaction = 40;

    readonly TableClient table = tables.GetTableClient(Tables.Sessions);

    public async Task<StoredSession?> FindAsync(SessionId id, CancellationToken cancellation) =>
        await FindWithDeletedAsync(id, cancellation) is { IsDeleted: false } stored ? stored : null;

    /// <summary>As <see cref="FindAsync"/>, also one that staff deleted.</summary>
    public async Task<StoredSession?> FindWithDeletedAsync(SessionId id, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id.Value, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <summary>All sessions of the programme; none if the table does not exist yet.</summary>
    public async Task<IReadOnlyList<StoredSession>> AllAsync(CancellationToken cancellation) =>
        [.. (await AllWithDeletedAsync(cancellation)).Where(stored => !stored.IsDeleted)];

    /// <summary>As <see cref="AllAsync"/>, also those that staff deleted.</summary>
    public async Task<IReadOnlyList<StoredSession>> AllWithDeletedAsync(CancellationToken cancellation)
    {
        try
        {
            return await QueryAsync($"PartitionKey eq {Partition}").ToListAsync(cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == "TableNotFound")
        {
            return [];
        }
    }

    /// <summary>Writes new and changed sessions, marked as not announced yet.</summary>
    /// <exception cref="TableTransactionFailedException">Another import changed a row in the meantime (409, 412).</exception>
    public async Task WriteAsync(IEnumerable<StoredSession> changes, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = [];
        foreach (var change in changes) actions.Add(await ActionAsync(change, cancellation));
        foreach (var group in actions.Chunk(RowsPerTransaction)) await table.SubmitTransactionAsync(group, cancellation);
    }

    /// <summary>Sessions, deleted ones too, whose last change was not announced yet, by whatever made it or was interrupted.</summary>
    public IAsyncEnumerable<StoredSession> UnannouncedAsync() =>
        QueryAsync($"PartitionKey eq {Partition} and Announced eq false");

    /// <summary>
    /// Marks the change as announced. If the row was changed again in the meantime (412), it stays unannounced for that change.
    /// </summary>
    public async Task MarkAnnouncedAsync(StoredSession told, CancellationToken cancellation)
    {
        var mark = new TableEntity(Partition, told.Session.Id.Value) { ["Announced"] = true };
        await OptimisticConcurrency.TryAsync(() => table.UpdateEntityAsync(mark, told.ETag, TableUpdateMode.Merge, cancellation));
    }

    /// <summary>Takes a session out of the programme, or puts it back; either is to be announced.</summary>
    /// <exception cref="RequestFailedException">The row was changed since it was read (412).</exception>
    public async Task SetDeletedAsync(StoredSession read, bool isDeleted, CancellationToken cancellation) => await table.UpdateEntityAsync(
        new TableEntity(Partition, read.Session.Id.Value) { [Deleted] = isDeleted, ["Announced"] = false }, read.ETag,
        TableUpdateMode.Merge, cancellation);

    IAsyncEnumerable<StoredSession> QueryAsync(FormattableString filter) =>
        reader.ReadAllAsync(table, table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter)), Read);

    /// <summary>A row that cannot be read counts as not stored: a file that names its session replaces it, and so mends it.</summary>
    async Task<TableTransactionAction> ActionAsync(StoredSession change, CancellationToken cancellation)
    {
        if (change.ETag != default) return new(TableTransactionActionType.UpdateReplace, RowOf(change), change.ETag);

        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, change.Session.Id.Value, cancellationToken: cancellation);
        return row.HasValue && !reader.TryRead(table, row.Value!, Read, out _)
            ? new(TableTransactionActionType.UpdateReplace, RowOf(change), row.Value!.ETag)
            : new(TableTransactionActionType.Add, RowOf(change));
    }

    static StoredSession Read(TableEntity row) => new(
        new Session(
            SessionId.Parse(row.RowKey)!.Value,
            row.Text("Title"),
            row.Text("Focus"),
            row.Text("Description"),
            row.GetDateTimeOffset("Start")!.Value,
            row.GetDateTimeOffset("End")!.Value,
            row.GetString("Place"),
            Region.Find(row.GetString("Region")),
            row.GetString("OnlineLink") is { } link ? new Uri(link) : null,
            row.GetInt32("Seats")!.Value,
            Names(row, "Speakers"),
            Names(row, "Moderators"),
            Names(row, "Partners"),
            row.GetDateTimeOffset("RegistrationOpens")!.Value,
            row.GetDateTimeOffset("RegistrationCloses")!.Value,
            row.OneOf<SessionStatus>("Status"))
        {
            SeatsOnline = row.GetInt32("SeatsOnline"),
            Sectors = [.. (row.GetString("Sectors") ?? "").Split(';').Select(Sector.Find).OfType<Sector>()],
            Directions = row.GetString("Directions") ?? "",
            NeedsUntil = row.GetDateTimeOffset("NeedsUntil"),
            PublishedAt = row.GetDateTimeOffset("PublishedAt")!.Value,
            ChangedAt = row.GetDateTimeOffset("ChangedAt")!.Value,
            Revision = row.GetInt32("Revision")!.Value,
            MovedFrom = row.GetDateTimeOffset("MovedFrom"),
            MovedAt = row.GetDateTimeOffset("MovedAt"),
            MovedBefore = row.GetDateTimeOffset("MovedBeforeFrom") is { } from ? (from, row.GetDateTimeOffset("MovedBeforeAt")!.Value) : null,
            CancelledAt = row.GetDateTimeOffset("CancelledAt"),
        },
        row.Text("File"),
        row.GetDateTimeOffset("FileChanged")!.Value,
        row.ETag)
    {
        FileSays = SessionText.Fields.Where(field => row.ContainsKey(FileSays + field))
            .ToDictionary(field => field, field => row.Text(FileSays + field)),
        IsDeleted = row.GetBoolean(Deleted) == true,
    };

    static TableEntity RowOf(StoredSession stored)
    {
        var session = stored.Session;
        var row = new TableEntity(Partition, session.Id.Value)
        {
            ["Title"] = session.Title,
            ["Focus"] = session.Focus,
            ["Description"] = session.Description,
            ["Start"] = session.Start,
            ["End"] = session.End,
            ["Place"] = session.Place,
            ["Region"] = session.Region?.Key,
            ["OnlineLink"] = session.OnlineLink?.OriginalString,
            ["Seats"] = session.Seats,
            ["SeatsOnline"] = session.SeatsOnline,
            ["Speakers"] = JsonSerializer.Serialize(session.Speakers),
            ["Moderators"] = JsonSerializer.Serialize(session.Moderators),
            ["Partners"] = JsonSerializer.Serialize(session.Partners),
            ["RegistrationOpens"] = session.RegistrationOpens,
            ["RegistrationCloses"] = session.RegistrationCloses,
            ["Status"] = session.Status.ToString(),
            ["Sectors"] = string.Join(';', session.Sectors.Select(sector => sector.Key)),
            ["Directions"] = session.Directions,
            ["NeedsUntil"] = session.NeedsUntil,
            ["PublishedAt"] = session.PublishedAt,
            ["ChangedAt"] = session.ChangedAt,
            ["Revision"] = session.Revision,
            ["MovedFrom"] = session.MovedFrom,
            ["MovedAt"] = session.MovedAt,
            ["MovedBeforeFrom"] = session.MovedBefore?.From,
            ["MovedBeforeAt"] = session.MovedBefore?.At,
            ["CancelledAt"] = session.CancelledAt,
            ["File"] = stored.File,
            ["FileChanged"] = stored.FileChanged,
            ["Announced"] = false,
        };
        foreach (var (field, text) in stored.FileSays) row[FileSays + field] = text;
        return row;
    }

    static List<string> Names(TableEntity row, string column) => JsonSerializer.Deserialize<List<string>>(row.Text(column))!;
}
