using Azure.Data.Tables;

namespace ThaffFunctions.Shared;

/// <summary>Something stored about a person.</summary>
/// <param name="Place">The table or container.</param>
/// <param name="Values">The row's columns, or the file's name.</param>
/// <param name="KeptBecause">Why it stays when the person is erased; null if it goes.</param>
public sealed record PersonalRecord(string Place, IReadOnlyDictionary<string, object?> Values, string? KeptBecause = null)
{
    public static PersonalRecord Of(string table, TableEntity row, string? keptBecause = null) => new(
        table,
        row.Where(column => column.Key is not ("odata.etag" or "Timestamp"))
            .ToDictionary(column => column.Key, column => (object?)column.Value),
        keptBecause);
}
