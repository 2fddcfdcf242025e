using Azure.Data.Tables;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>An entry as a row of table documents.</summary>
static class DocumentRow
{
    public const string Words = "Words";

    /// <summary>Filter for sessions: their row keys begin with a digit, all other row keys in the table begin with a letter.</summary>
    public const string OnlySessions = "RowKey lt ':'";

    /// <summary>The columns without the search words, which are half of a row's size and which only the search needs.</summary>
    public static readonly string[] WithoutWords =
    [
        nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp),
        "Handled", "Preview", "Version", "Title", "Session", "Pages", "Bytes", "Changed", "FirstPublished", "IsAnnounced",
    ];

    public static string SessionsOf(int year) => $"PartitionKey eq '{year:0000}' and {OnlySessions}";

    public static DocumentEntry Read(TableEntity row) => new(new(row.PartitionKey, row.RowKey), row.ETag)
    {
        Handled = row.GetString("Handled"),
        Edition = row.GetString("Version") is { } version
            ? new(version, row.GetString("Title"), Pages: row.GetInt32("Pages")!.Value, Bytes: row.GetInt64("Bytes")!.Value,
                Changed: row.GetDateTimeOffset("Changed")!.Value)
            {
                Session = row.GetString("Session"),
                Words = row.GetString(Words) ?? "",
            }
            : null,
        Preview = row.GetString("Preview"),
        FirstPublished = row.GetDateTimeOffset("FirstPublished"),
        IsAnnounced = row.GetBoolean("IsAnnounced") ?? false,
        Saved = row.Timestamp ?? default,
    };

    public static TableEntity Of(DocumentEntry entry) => new(entry.Path.Folder, entry.Path.Name)
    {
        ["Handled"] = entry.Handled,
        ["Preview"] = entry.Preview,
        ["Version"] = entry.Edition?.Version,
        ["Title"] = entry.Edition?.Title,
        ["Pages"] = entry.Edition?.Pages,
        ["Bytes"] = entry.Edition?.Bytes,
        ["Changed"] = entry.Edition?.Changed,
        ["Session"] = entry.Edition?.Session,
        [Words] = entry.Edition?.Words,
        ["FirstPublished"] = entry.FirstPublished,
        ["IsAnnounced"] = entry.IsAnnounced,
    };
}
