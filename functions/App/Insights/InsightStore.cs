using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

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

    /// <summary>
    /// The prefix of the rows with what staff recorded. They are rows of their own, so that a publication, which writes the other row
    /// unconditionally, cannot lose what somebody records at the same time.
    /// </summary>
    const string RecordedStart = "recorded:";

    const string OnlySheets = "((RowKey ge 'insights:' and RowKey lt 'insights;') or (RowKey ge 'recorded:' and RowKey lt 'recorded;'))";

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
    public async Task<SessionInsightRecord> FindAsync(SessionId session, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(session);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        var sheet = stored.HasValue && reader.TryRead(table, stored.Value!, Read, out var read) ? read : SessionInsightRecord.New(session);
        return With(sheet, (await RecordedAsync(session, cancellation)).Entries);
    }

    /// <summary>
    /// Replaces what was recorded of one entry, under the ETag of the row that holds it; decides again if the row was changed meanwhile.
    /// </summary>
    /// <param name="entry">The entry, with what is to be recorded.</param>
    /// <param name="mayReplace">Whether what is recorded now may be replaced.</param>
    /// <param name="cancellation">Gives up between two tries.</param>
    /// <returns>False if it may not.</returns>
    public Task<bool> RecordAsync(Insight entry, Predicate<Progress> mayReplace, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var (known, etag) = await RecordedAsync(entry.Id.Session, cancellation);
            if (!mayReplace(known.FirstOrDefault(one => one.Id == entry.Id)?.Recorded ?? Progress.None)) return false;

            var (partition, row) = KeyOf(entry.Id.Session, RecordedStart);
            var changed = new TableEntity(partition, row);
            var kept = known.Where(one => one.Id != entry.Id);
            Put(changed, "Recorded", (entry.Recorded == Progress.None ? kept : kept.Append(entry)).Select(StoredInsight.OfRecorded));
            if (etag == default) await table.AddEntityAsync(changed, cancellation);
            else await table.UpdateEntityAsync(changed, etag, TableUpdateMode.Replace, cancellation);
            return true;
        },
        cancellation);

    public Task<IReadOnlyList<SessionInsightRecord>> OfYearAsync(int year, CancellationToken cancellation) =>
        QueryAsync($"PartitionKey eq '{PartitionOf(year)}' and {OnlySheets}", cancellation);

    public Task<IReadOnlyList<SessionInsightRecord>> AllAsync(CancellationToken cancellation) => QueryAsync(OnlySheets, cancellation);

    /// <summary>
    /// An unconditional upsert. It is safe because the transaction also checks the ETag of the documentation's entry, and sheets are
    /// changed in such transactions only. What staff recorded is not part of it.
    /// </summary>
    public static TableTransactionAction Save(SessionInsightRecord sheet) => new(TableTransactionActionType.UpsertReplace, RowOf(sheet));

    async Task<IReadOnlyList<SessionInsightRecord>> QueryAsync(string filter, CancellationToken cancellation)
    {
        List<SessionInsightRecord> sheets = [];
        var recorded = new Dictionary<SessionId, IReadOnlyList<Insight>>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!row.RowKey.StartsWith(RecordedStart, StringComparison.Ordinal))
            {
                if (reader.TryRead(table, row, Read, out var sheet)) sheets.Add(sheet);
            }
            else if (reader.TryRead(table, row, ReadRecorded, out var entries))
            {
                recorded[SessionId.Parse(row.RowKey[RecordedStart.Length..])!.Value] = entries;
            }
        }

        return [.. sheets.Select(sheet => With(sheet, recorded.GetValueOrDefault(sheet.Session) ?? []))];
    }

    /// <exception cref="UnreadableException">The row cannot be read: nothing may be recorded over it.</exception>
    async Task<(IReadOnlyList<Insight> Entries, ETag ETag)> RecordedAsync(SessionId session, CancellationToken cancellation)
    {
        var (partition, row) = KeyOf(session, RecordedStart);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return stored.HasValue ? (reader.Read(table, stored.Value!, ReadRecorded), stored.Value!.ETag) : ([], default);
    }

    static SessionInsightRecord With(SessionInsightRecord sheet, IReadOnlyList<Insight> recorded)
    {
        var byId = recorded.ToDictionary(entry => entry.Id);
        return sheet with
        {
            Insights = [.. sheet.Insights.Select(WithRecorded)],
            Retired = [.. sheet.Retired.Select(WithRecorded)],
            Orphans = [.. recorded.Where(entry => !sheet.Insights.Concat(sheet.Retired).Any(known => known.Id == entry.Id))],
        };

        Insight WithRecorded(Insight entry) =>
            byId.TryGetValue(entry.Id, out var known) ? entry with { Recorded = known.Recorded } : entry;
    }

    static string PartitionOf(int year) => $"{year:0000}";

    static (string Partition, string Row) KeyOf(SessionId session, string start = RowStart) =>
        (PartitionOf(session.Year), start + session.Value);

    static IReadOnlyList<Insight> ReadRecorded(TableEntity row) =>
    [
        .. Entries(row, "Recorded", SessionId.Parse(row.RowKey[RecordedStart.Length..])!.Value)
            .Select(entry => entry with { Noted = Progress.None, Recorded = entry.Noted }),
    ];

    static SessionInsightRecord Read(TableEntity row)
    {
        var session = SessionId.Parse(row.RowKey[RowStart.Length..])!.Value;
        return new(
            session,
            row.GetString("Version"),
            row.GetString("Title") is { } title ? new(session, title, row.Text("Focus"), row.GetDateTimeOffset("Start")!.Value) : null,
            Entries(row, "Insights", session),
            Entries(row, "Retired", session));
    }

    static TableEntity RowOf(SessionInsightRecord sheet)
    {
        var (partition, row) = KeyOf(sheet.Session);
        var entity = new TableEntity(partition, row)
        {
            ["Version"] = sheet.Version,
            ["Title"] = sheet.Source?.Title,
            ["Focus"] = sheet.Source?.Focus,
            ["Start"] = sheet.Source?.Start,
        };
        Put(entity, "Insights", sheet.Insights.Select(StoredInsight.Of));
        Put(entity, "Retired", sheet.Retired.Select(StoredInsight.Of));
        return entity;
    }

    static void Put(TableEntity entity, string column, IEnumerable<StoredInsight> entries)
    {
        var text = JsonSerializer.Serialize(entries, Json);
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
        string? PassedTo, DateOnly? PassedOn, DateOnly? AnswerBy,
        bool IsAnswered, string? Answer, string? AnsweredIn, DateOnly? AnsweredOn, string? AnsweredBy)
    {
        public static StoredInsight Of(Insight insight) => Of(insight, insight.Noted);

        public static StoredInsight OfRecorded(Insight insight) => Of(insight, insight.Recorded);

        static StoredInsight Of(Insight insight, Progress progress) => new(
            insight.Id.Key, insight.Kind, insight.Text, [.. insight.Sectors.Select(sector => sector.Key)],
            progress.Passed?.To, progress.Passed?.On, progress.Passed?.AnswerBy,
            progress.Answer is not null, progress.Answer?.Text, progress.Answer?.Session?.Value, progress.Answer?.On, progress.Answer?.By);

        public Insight In(SessionId session) => new(
            new(session, Key), Kind, Text, [.. Sectors.Select(Sector.Find).OfType<Sector>()],
            new(PassedTo is null ? null : new(PassedTo, PassedOn!.Value) { AnswerBy = AnswerBy },
                IsAnswered ? new(Answer, SessionId.Parse(AnsweredIn), AnsweredOn) { By = AnsweredBy } : null));
    }
}
