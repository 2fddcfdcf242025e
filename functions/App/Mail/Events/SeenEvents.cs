using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail.Events;

/// <summary>Which events were handled that must not be handled twice: table mailevents, a partition for each day.</summary>
public sealed class SeenEvents(TableServiceClient tables)
{
    const int AtOnce = 16;

    /// <summary>A filter holds 15 comparisons (Azure Table Storage); one is the partition's.</summary>
    const int MaxInFilter = 14;

    const long LastSecond = 253_402_300_799; // of the year 9999

    readonly TableClient table = tables.GetTableClient(Tables.MailEvents);

    /// <summary>The events that were not handled before, each once. Events without an id cannot be deduplicated and are left out.</summary>
    public async Task<IReadOnlyList<MailEvent>> NewAmongAsync(IEnumerable<MailEvent> events, CancellationToken cancellation)
    {
        var fresh = new List<MailEvent>();
        var days = events.Where(one => one.Id is { Length: > 0 }).DistinctBy(KeyOf).GroupBy(one => KeyOf(one).Partition);
        foreach (var some in days.SelectMany(day => day.Chunk(MaxInFilter)).Chunk(AtOnce))
        {
            var known = await Task.WhenAll(some.Select(part => KnownAsync(part, cancellation)));
            fresh.AddRange(some.SelectMany((part, index) => part.Where(one => !known[index].Contains(KeyOf(one).Row))));
        }
        return fresh;
    }

    public async Task AddAsync(IEnumerable<MailEvent> events, CancellationToken cancellation)
    {
        foreach (var day in events.Select(KeyOf).GroupBy(key => key.Partition, key => key.Row))
            foreach (var rows in day.Chunk(TableRows.TransactionSize))
                await table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(day.Key, row))),
                    cancellation);
    }

    /// <summary>Forgets the events of all days before this one.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ForgetBeforeAsync(DateOnly day, CancellationToken cancellation)
    {
        var forgotten = 0;
        var old = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey lt {Partition(day)}"), TableRows.TransactionSize, ["PartitionKey", "RowKey"], cancellation);
        await foreach (var page in old.AsPages().WithCancellation(cancellation))
        {
            foreach (var sameDay in page.Values.GroupBy(row => row.PartitionKey))
                await table.DeleteAllAsync(sameDay, cancellation);
            forgotten += page.Values.Count;
        }

        return forgotten;
    }

    /// <summary>Not a range query: the keys are hashes, so that a range would read the whole day.</summary>
    async Task<HashSet<string>> KnownAsync(MailEvent[] ofOneDay, CancellationToken cancellation)
    {
        var rows = string.Join(" or ", ofOneDay.Select(one => TableClient.CreateQueryFilter($"RowKey eq {KeyOf(one).Row}")));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {KeyOf(ofOneDay[0]).Partition}") + $" and ({rows})";
        return await table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation).Select(row => row.RowKey)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
    }

    /// <summary>
    /// An event's own time, so that a repeated event meets its first row. Hashed: SendGrid's ids may hold characters that keys may not.
    /// </summary>
    static (string Partition, string Row) KeyOf(MailEvent one) => (
        Partition(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(one.Timestamp ?? 0, 0, LastSecond)).UtcDateTime)),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(one.Id!)).AsSpan(..16)));

    static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
