using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Shared.Storage;

/// <summary>What Azure Table Storage leaves to its callers.</summary>
static class TableRows
{
    /// <summary>An entity-group transaction holds at most 100 rows, all of one partition.</summary>
    public const int TransactionSize = 100;

    /// <summary>A text that must be there.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static string Text(this TableEntity row, string column) =>
        row.GetString(column) ?? throw new FormatException($"The column {column} is missing.");

    /// <summary>One of an enumeration's names.</summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static T OneOf<T>(this TableEntity row, string column) where T : struct, Enum =>
        Enum.TryParse<T>(row.GetString(column), out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"The column {column} names no {typeof(T).Name}.");

    /// <summary>
    /// Deletes rows of one partition, at most <see cref="TransactionSize"/>, in one transaction and unconditionally. If one of them is gone
    /// already, none is deleted: the next run does it.
    /// </summary>
    public static async Task DeleteAllAsync(this TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404)
        {
            // another run deletes the same rows
        }
    }
}
