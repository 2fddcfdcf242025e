using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Headcounts;

/// <summary>
/// The count of a session, a row of its partition in table registrations: taken once the session is over and kept, so that it stays the
/// same when persons are erased. From then on it is final, whatever the programme says of the session's end.
/// </summary>
public sealed class HeadcountStore(TableServiceClient tables, StoredReader reader, RegistrationStore registrations)
{
    internal const string RowKey = "participation";

    const string Final = "Final";
    const string SectorPrefix = "Sector_", RegionPrefix = "Region_";

    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    /// <summary>
    /// The count of a session that is over; taken now if it was not yet, or if the session was moved to a later end since.
    /// </summary>
    public Task<Headcount> KeepAsync(Session session, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(() => TryKeepAsync(session, isFinal: false, cancellation), cancellation);

    /// <summary>
    /// The last count, right before persons are erased: who counts at the same time finds its row changed, and then final. A count that
    /// cannot be read is taken once more as long as there is anybody to count, and otherwise left to people.
    /// </summary>
    public async Task KeepForGoodAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            await OptimisticConcurrency.RetryAsync(() => TryKeepAsync(session, isFinal: true, cancellation), cancellation);
        }
        catch (UnreadableException)
        {
            await CountAgainAsync(session, cancellation);
        }
    }

    /// <summary>Keeps a count that was taken elsewhere. One that is there already stays.</summary>
    public Task AddUnlessKeptAsync(Session session, Headcount headcount, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(() => table.AddEntityAsync(RowOf(session, headcount, isFinal: false), cancellation));

    async Task<Headcount> TryKeepAsync(Session session, bool isFinal, CancellationToken cancellation)
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(session.Id.Value, RowKey, cancellationToken: cancellation);
        (Headcount Count, DateTimeOffset CountedFor, bool IsFinal)? stored =
            kept.HasValue ? reader.Read(table, kept.Value!, CountOf) : null;
        if (stored is { IsFinal: true }) return stored.Value.Count;

        var counted = stored is { } count && count.CountedFor >= session.End ? count.Count : null;
        if (counted is not null && !isFinal) return counted;

        var headcount = counted ?? await CountAsync(session, cancellation);
        var row = RowOf(session, headcount, isFinal);
        await (kept.HasValue ? table.UpdateEntityAsync(row, kept.Value!.ETag, TableUpdateMode.Replace, cancellation)
            : table.AddEntityAsync(row, cancellation));
        return headcount;
    }

    async Task CountAgainAsync(Session session, CancellationToken cancellation)
    {
        var spoiled = (await table.GetEntityAsync<TableEntity>(session.Id.Value, RowKey, cancellationToken: cancellation)).Value;
        var headcount = await CountAsync(session, cancellation);
        if (spoiled[Final] is true || headcount.Seated == 0) return; // persons may have been erased already

        await table.UpdateEntityAsync(RowOf(session, headcount, isFinal: true), spoiled.ETag, TableUpdateMode.Replace, cancellation);
    }

    async Task<Headcount> CountAsync(Session session, CancellationToken cancellation) => Headcount.Of(
        session, await registrations.AttendeesAsync(session.Id, AttendeeState.Seated, cancellation).ToListAsync(cancellation));

    static (Headcount Count, DateTimeOffset CountedFor, bool IsFinal) CountOf(TableEntity row) =>
        (HeadcountOf(row), row.GetDateTimeOffset("CountedFor")!.Value, row.GetBoolean(Final) == true);

    static Headcount HeadcountOf(TableEntity row) => new(
        row.GetInt32("Seated")!.Value,
        Counts(row, Sector.OfPersons, sector => SectorPrefix + Column(sector.Key)),
        Counts(row, Region.OfPersons, region => RegionPrefix + Column(region.Key)))
    {
        Online = row.GetInt32("Online"),
    };

    static TableEntity RowOf(Session session, Headcount headcount, bool isFinal)
    {
        var row = new TableEntity(session.Id.Value, RowKey)
        {
            ["Seated"] = headcount.Seated,
            ["Online"] = headcount.Online,
            ["CountedFor"] = session.End,
        };
        foreach (var (sector, count) in headcount.Sectors) row[SectorPrefix + Column(sector.Key)] = count;
        foreach (var (region, count) in headcount.Regions) row[RegionPrefix + Column(region.Key)] = count;
        if (isFinal) row[Final] = true;
        return row;
    }

    static Dictionary<T, int> Counts<T>(TableEntity row, IEnumerable<T> all, Func<T, string> column) where T : notnull =>
        all.Where(item => row.ContainsKey(column(item))).ToDictionary(item => item, item => row.GetInt32(column(item))!.Value);

    /// <summary>Names of columns have no hyphens (Azure Table Storage).</summary>
    static string Column(string key) => key.Replace('-', '_');
}
