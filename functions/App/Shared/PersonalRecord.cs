using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace ThaffFunctions.Shared;

/// <summary>Something stored about a person.</summary>
/// <param name="Place">The table or container.</param>
/// <param name="Kind">What it is to the person.</param>
/// <param name="Values">The row's columns, or the file's name.</param>
/// <param name="KeptBecause">Why it stays when the person is erased; null if it goes.</param>
public sealed record PersonalRecord(
    string Place, PersonalRecordKind Kind, IReadOnlyDictionary<string, object?> Values, string? KeptBecause = null)
{
    /// <summary>What it belongs to, in German, such as a session with its date; null where nothing is known.</summary>
    public string? About { get; init; }

    /// <summary>Whose it is by name, since several persons may share an address; null for what belongs to the address alone.</summary>
    public string? Person { get; init; }

    /// <summary>Names it to be erased without the rest under its address; null if it goes with the rest only.</summary>
    [JsonIgnore]
    public string? SeparateId { get; init; }

    public static PersonalRecord Of(string table, PersonalRecordKind kind, TableEntity row, string? keptBecause = null) => new(
        table,
        kind,
        row.Where(column => column.Key is not ("odata.etag" or "Timestamp"))
            .ToDictionary(column => column.Key, column => (object?)column.Value),
        keptBecause);
}
