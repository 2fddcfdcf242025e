using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>How an entry stands in table documents: a partition a year, a row a session.</summary>
static class DocumentationRow
{
    public const string Words = "Words";

    /// <summary>Everything but the words it is found by, which are as many as all the rest.</summary>
    public static readonly string[] WithoutWords =
        [nameof(TableEntity.RowKey), "Handled", "Version", "Session", "Pages", "Bytes", "Changed", "FirstPublished", "IsAnnounced"];

    /// <summary>Sessions' ids begin with a digit; the other documents' names with a letter.</summary>
    public const string OnlySessions = "RowKey lt ':'";

    public static string SessionsOf(int year) => $"PartitionKey eq '{PartitionOf(year)}' and {OnlySessions}";

    public static string PartitionOf(int year) => $"{year:0000}";

    public static (string Partition, string Row) KeyOf(SessionId id) => (PartitionOf(id.Year), id.Value);

    public static SessionId IdOf(TableEntity row) => SessionId.Parse(row.RowKey)!.Value;

    public static DocumentationEntry Read(TableEntity row) => new(
        IdOf(row),
        row.GetString("Handled"),
        EditionIn(row),
        row.GetDateTimeOffset("FirstPublished"),
        row.GetBoolean("IsAnnounced") ?? false,
        row.GetString(Words) ?? "",
        row.ETag)
    {
        Preview = row.GetString("Preview"),
    };

    /// <summary>Null if nothing is public.</summary>
    public static PublishedDocumentation? ReadPublished(TableEntity row) =>
        EditionIn(row) is { } edition ? new(IdOf(row), edition, row.GetDateTimeOffset("FirstPublished")!.Value) : null;

    public static TableEntity Of(DocumentationEntry entry)
    {
        var (partition, row) = KeyOf(entry.Id);
        return new(partition, row)
        {
            ["Handled"] = entry.Handled,
            ["Version"] = entry.Edition?.Version,
            ["Session"] = entry.Edition is { } edition ? JsonSerializer.Serialize(edition.Session) : null,
            ["Pages"] = entry.Edition?.Pages,
            ["Bytes"] = entry.Edition?.Bytes,
            ["Changed"] = entry.Edition?.Changed,
            ["FirstPublished"] = entry.FirstPublished,
            ["IsAnnounced"] = entry.IsAnnounced,
            ["Preview"] = entry.Preview,
            [Words] = entry.Words,
        };
    }

    static Edition? EditionIn(TableEntity row) => row.GetString("Version") is { } version
        ? new(version, JsonSerializer.Deserialize<SessionFacts>(row.GetString("Session"))!, row.GetInt32("Pages")!.Value, row.GetInt64("Bytes")!.Value,
            row.GetDateTimeOffset("Changed")!.Value)
        : null;
}
