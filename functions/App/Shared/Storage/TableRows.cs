using Azure;
using Azure.Data.Tables;

namespace ThaffFunctions.Shared.Storage;

static class TableRows
{
    /// <summary>
    /// Deletes rows of one partition, at most 100, whatever they say by now. If one is gone already, the others are left for the next run.
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
