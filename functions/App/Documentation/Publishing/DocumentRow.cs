using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>An entry as a row of table documents.</summary>
static class DocumentRow
{
    public const string Words = "Words";

    /// <summary>Characters of remarks that are kept; a string column holds 32,768.</summary>
    const int MaxRemarks = 20_000;

    /// <summary>Filter for sessions: their row keys begin with a digit, all other row keys in the table begin with a letter.</summary>
    public const string OnlySessions = "RowKey lt ':'";

    /// <summary>The columns without the search words, which are half of a row's size and which only the search needs.</summary>
    public static readonly string[] WithoutWords =
    [
        nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp),
        "Handled", "Preview", "Remarks", "Version", "Title", "Session", "Pages", "Bytes", "Changed", "FirstPublished", "IsAnnounced",
        "Materials",
    ];

    public static string SessionsOf(int year) => $"PartitionKey eq '{year:0000}' and {OnlySessions}";

    public static DocumentEntry Read(TableEntity row) => new(PathOf(row), row.ETag)
    {
        Handled = row.GetString("Handled"),
        Edition = row.GetString("Version") is { } version ? EditionOf(row, version) : null,
        Preview = row.GetString("Preview"),
        Remarks = row.GetString("Remarks")?.Split('\n') ?? [],
        FirstPublished = row.GetDateTimeOffset("FirstPublished"),
        IsAnnounced = row.GetBoolean("IsAnnounced") ?? false,
        Saved = row.Timestamp ?? default,
    };

    static Edition EditionOf(TableEntity row, string version)
    {
        var isSession = PathOf(row).Session is not null;
        if (row.GetDateTimeOffset("FirstPublished") is null) throw new FormatException("An edition without its first publication.");
        if (isSession && JsonSerializer.Deserialize<SessionFacts>(row.Text("Session")) is not { Title: not null })
            throw new FormatException("The documentation of a session that is not named.");

        return new(version, row.Text("Title"), Pages: row.GetInt32("Pages")!.Value, Bytes: row.GetInt64("Bytes")!.Value,
            Changed: row.GetDateTimeOffset("Changed")!.Value)
        {
            Session = row.GetString("Session"),
            Materials = row.GetString("Materials") is { } materials ? JsonSerializer.Deserialize<IReadOnlyList<Material>>(materials)! : [],
            Words = row.GetString(Words) ?? "",
        };
    }

    /// <summary>In the range of sessions, every row is named after one.</summary>
    static DocumentPath PathOf(TableEntity row) =>
        new DocumentPath(row.PartitionKey, row.RowKey) is var path && path.Session is null && char.IsAsciiDigit(row.RowKey[0])
            ? throw new FormatException("The row is named after no session of its year.")
            : path;

    public static TableEntity Of(DocumentEntry entry) => new(entry.Path.Folder, entry.Path.Name)
    {
        ["Handled"] = entry.Handled,
        ["Preview"] = entry.Preview,
        ["Remarks"] = entry.Remarks.Count == 0
            ? null
            : Cut.To(string.Join('\n', entry.Remarks.Select(remark => remark.ReplaceLineEndings(" "))), MaxRemarks),
        ["Version"] = entry.Edition?.Version,
        ["Title"] = entry.Edition?.Title,
        ["Pages"] = entry.Edition?.Pages,
        ["Bytes"] = entry.Edition?.Bytes,
        ["Changed"] = entry.Edition?.Changed,
        ["Session"] = entry.Edition?.Session,
        ["Materials"] = entry.Edition is { Materials: { Count: > 0 } materials } ? JsonSerializer.Serialize(materials) : null,
        [Words] = entry.Edition?.Words,
        ["FirstPublished"] = entry.FirstPublished,
        ["IsAnnounced"] = entry.IsAnnounced,
    };
}
