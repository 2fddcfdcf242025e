using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Staff.Audit;

/// <summary>
/// Table audit: a partition for each month and a row for each change, with keys that sort the newest first. Partitions <c>who</c> and
/// <c>what</c> hold each person and each act once, so that a page can offer them without reading the changes.
/// </summary>
public sealed class AuditStore(TableServiceClient tables, StoredReader reader, TimeProvider clock)
{
    public const string Unfinished = "Abgebrochen: Ob es geschah, ist nicht bekannt";

    const string Months = "m", Who = "who", What = "what";
    const int PageSize = 50;

    /// <summary>A filter that fits little reads so many pages of the table for one page of entries at most.</summary>
    const int MaxReads = 10;

    readonly TableClient table = tables.GetTableClient(Tables.Audit);

    /// <summary>A change begins; it is not known yet whether it succeeds.</summary>
    public async Task<TableEntity> BeginAsync(StaffMember member, string path)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(PartitionOf(Berlin.Date(now)),
            $"{DateTimeOffset.MaxValue.UtcTicks - now.UtcTicks:D19}-{Guid.NewGuid():N}")
        {
            ["At"] = now,
            ["PersonId"] = member.Id,
            ["Person"] = member.Name,
            ["What"] = Unfinished,
            ["On"] = path,
        };
        await table.AddEntityAsync(row);
        return row;
    }

    public async Task CompleteAsync(TableEntity row, StaffDone done)
    {
        (row["What"], row["On"]) = (done.What, done.On);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        await table.UpsertEntityAsync(Choice(Who, row.Text("PersonId"), row.Text("Person")));
        await table.UpsertEntityAsync(Choice(What, done.What, done.What));
    }

    /// <summary>Nothing was changed.</summary>
    public Task DropAsync(TableEntity row) => table.DeleteEntityAsync(row.PartitionKey, row.RowKey);

    /// <summary>Everybody who changed something, and everything that was done, for a filter.</summary>
    public async Task<(IReadOnlyList<(string Id, string Name)> Persons, IReadOnlyList<string> Acts)> ChoicesAsync(
        CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>($"PartitionKey eq '{Who}' or PartitionKey eq '{What}'", cancellationToken: cancellation);
        var choices = await reader.ReadAllAsync(table, rows, row => (row.PartitionKey, row.RowKey, Name: row.Text("Name")), cancellation)
            .OrderBy(choice => choice.Name).ToListAsync(cancellation);
        return (
            [.. choices.Where(choice => choice.PartitionKey == Who).Select(choice => (choice.RowKey, choice.Name))],
            [.. choices.Where(choice => choice.PartitionKey == What).Select(choice => choice.Name)]);
    }

    /// <param name="filter">Which entries.</param>
    /// <param name="after">Where the page before ended; null: the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(IReadOnlyList<AuditEntry> Entries, string? Next)> PageAsync(AuditFilter filter, string? after,
        CancellationToken cancellation)
    {
        List<AuditEntry> entries = [];
        var reads = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(QueryOf(filter), PageSize, cancellationToken: cancellation)
            .AsPages(after, PageSize))
        {
            foreach (var row in page.Values)
                if (reader.TryRead(table, row, Read, out var entry)) entries.Add(entry);
            after = page.ContinuationToken;
            if (entries.Count >= PageSize || ++reads == MaxReads) break;
        }

        return (entries, after is { Length: > 0 } ? after : null);
    }

    public IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter, CancellationToken cancellation) => reader.ReadAllAsync(
        table, table.QueryAsync<TableEntity>(QueryOf(filter), cancellationToken: cancellation), Read, cancellation);

    /// <returns>How many entries were erased.</returns>
    public async Task<int> EraseBeforeAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var count = 0;
        var old = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"At lt {time}"), select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation);
        await foreach (var page in old.AsPages())
        {
            foreach (var rows in page.Values.GroupBy(row => row.PartitionKey).SelectMany(month => month.Chunk(TableRows.TransactionSize)))
            {
                await table.DeleteAllAsync(rows, cancellation);
                count += rows.Count(row => row.PartitionKey is not (Who or What));
            }
        }

        return count;
    }

    TableEntity Choice(string kind, string key, string name) =>
        new(kind, new string([.. key.Where(c => c is not ('/' or '\\' or '#' or '?') && !char.IsControl(c))]))
        {
            ["Name"] = name,
            ["At"] = clock.GetUtcNow(),
        };

    static string QueryOf(AuditFilter filter)
    {
        List<string> parts = [filter.Month is { } month
            ? TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(month)}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {Months} and PartitionKey lt {"n"}")];
        if (filter.Person.Length > 0) parts.Add(TableClient.CreateQueryFilter($"PersonId eq {filter.Person}"));
        if (filter.What.Length > 0) parts.Add(TableClient.CreateQueryFilter($"What eq {filter.What}"));
        return string.Join(" and ", parts);
    }

    static string PartitionOf(DateOnly day) => $"{Months}{9999 - day.Year:D4}{12 - day.Month:D2}";

    static AuditEntry Read(TableEntity row) => new(row.GetDateTimeOffset("At") ?? throw new FormatException("The column At is missing."),
        row.Text("PersonId"), row.Text("Person"), row.Text("What"), row.Text("On"));
}
