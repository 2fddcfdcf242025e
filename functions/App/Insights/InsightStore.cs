using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights;

/// <summary>
/// The register's rows in table documents: one partition for each year, one row for each session. They share the partition with the entries
/// of documentations, so that both change in one entity-group transaction.
/// </summary>
public sealed class InsightStore(TableServiceClient tables, StoredReader reader)
{
    /// <summary>
    /// A string property holds at most 64 KiB, which is two bytes for each letter (Azure Table Storage); a list is split over as many
    /// properties as it needs.
    /// </summary>
    const int LettersPerColumn = 32_000;

    /// <summary>The prefix of the register's row keys; no other rows have it.</summary>
    const string RowStart = "insights:";

    const string OnlySheets = "RowKey ge 'insights:' and RowKey lt 'insights;'";

    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored in a table, never written into HTML
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    /// <summary>
    /// The stored sheet; an empty one if none is stored, or one that cannot be read: the next edition of the notes writes it anew.
    /// </summary>
    public async Task<RegisterSheet> FindAsync(SessionId session, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(session);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return stored.HasValue && reader.TryRead(table, stored.Value!, Read, out var sheet) ? sheet : RegisterSheet.New(session);
    }

    public Task<IReadOnlyList<RegisterSheet>> OfYearAsync(int year, CancellationToken cancellation) =>
        QueryAsync($"PartitionKey eq '{PartitionOf(year)}' and {OnlySheets}", cancellation);

    public Task<IReadOnlyList<RegisterSheet>> AllAsync(CancellationToken cancellation) => QueryAsync(OnlySheets, cancellation);

    /// <summary>
    /// An unconditional upsert. It is safe because the transaction also checks the ETag of the documentation's entry, and sheets are
    /// changed in such transactions only.
    /// </summary>
    public static TableTransactionAction Save(RegisterSheet sheet) => new(TableTransactionActionType.UpsertReplace, RowOf(sheet));

    async Task<IReadOnlyList<RegisterSheet>> QueryAsync(string filter, CancellationToken cancellation) =>
        await reader.ReadAllAsync(table, table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation), Read, cancellation)
            .ToListAsync(cancellation);

    static string PartitionOf(int year) => $"{year:0000}";

    static (string Partition, string Row) KeyOf(SessionId session) => (PartitionOf(session.Year), RowStart + session.Value);

    static RegisterSheet Read(TableEntity row)
    {
        var session = SessionId.Parse(row.RowKey[RowStart.Length..])!.Value;
        return new(
            session,
            row.GetString("Version"),
            row.GetString("Title") is { } title ? new(session, title, row.Text("Focus"), row.GetDateTimeOffset("Start")!.Value) : null,
            Entries(row, "Insights", session),
            Entries(row, "Retired", session));
    }

    static TableEntity RowOf(RegisterSheet sheet)
    {
        var (partition, row) = KeyOf(sheet.Session);
        var entity = new TableEntity(partition, row)
        {
            ["Version"] = sheet.Version,
            ["Title"] = sheet.Source?.Title,
            ["Focus"] = sheet.Source?.Focus,
            ["Start"] = sheet.Source?.Start,
        };
        Put(entity, "Insights", sheet.Insights);
        Put(entity, "Retired", sheet.Retired);
        return entity;
    }

    static void Put(TableEntity entity, string column, IReadOnlyList<Insight> entries)
    {
        var text = JsonSerializer.Serialize(entries.Select(StoredInsight.Of), Json);
        for (var (part, start) = (0, 0); start < text.Length; part++)
        {
            // half a surrogate pair would be stored as a replacement character
            var length = Cut.Length(text, start, LettersPerColumn);
            entity[$"{column}{part}"] = text.Substring(start, length);
            start += length;
        }
    }

    static IReadOnlyList<Insight> Entries(TableEntity row, string column, SessionId session)
    {
        var text = string.Concat(Enumerable.Range(0, row.Count).Select(part => row.GetString($"{column}{part}"))
            .TakeWhile(part => part is not null));
        return [.. JsonSerializer.Deserialize<List<StoredInsight>>(text, Json)!.Select(stored => stored.In(session))];
    }

    /// <summary>The JSON form of an entry.</summary>
    sealed record StoredInsight(
        string Key, InsightKind Kind, string Text, IReadOnlyList<string> Sectors,
        string? PassedTo, DateOnly? PassedOn, bool IsAnswered, string? Answer, string? AnsweredIn, DateOnly? AnsweredOn)
    {
        public static StoredInsight Of(Insight insight) => new(
            insight.Id.Key, insight.Kind, insight.Text, [.. insight.Sectors.Select(sector => sector.Key)],
            insight.Progress.Passed?.To, insight.Progress.Passed?.On,
            insight.Progress.Answer is not null, insight.Progress.Answer?.Text, insight.Progress.Answer?.Session?.Value,
            insight.Progress.Answer?.On);

        public Insight In(SessionId session) => new(
            new(session, Key), Kind, Text, [.. Sectors.Select(Sector.Find).OfType<Sector>()],
            new(PassedTo is null ? null : new(PassedTo, PassedOn!.Value),
                IsAnswered ? new(Answer, SessionId.Parse(AnsweredIn), AnsweredOn) : null));
    }
}
