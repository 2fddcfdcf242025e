using System.Text;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Backups;

/// <summary>Writes all rows of a table to its file of a backup, and puts them back.</summary>
public sealed class BackupStore(TableServiceClient tables, BackupBlobs files)
{
    /// <summary>
    /// An entity-group transaction holds at most 100 rows and 4 MiB (Azure Table Storage); a line is longer than its row.
    /// </summary>
    const int MaxLetters = 1_500_000;

    /// <returns>How many rows there are.</returns>
    public async Task<int> WriteAsync(DateOnly day, string table, CancellationToken cancellation)
    {
        var rows = 0;
        await using var file = await files.CreateAsync(day, table, cancellation);
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            await writer.WriteLineAsync(RowLine.Of(row).AsMemory(), cancellation);
            rows++;
        }

        return rows;
    }

    /// <summary>Adds the rows that are missing; those that are there are newer and stay.</summary>
    /// <param name="night">The backup.</param>
    /// <param name="table">The table.</param>
    /// <param name="seen">Is shown every row of the backup, added or not.</param>
    /// <param name="cancellation">Gives up between two transactions; doing it again goes on.</param>
    /// <returns>How many were added, and how many lines could not be read, which stop no other.</returns>
    public async Task<(int Added, int Unreadable)> RestoreAsync(
        BackupDay night, string table, Action<TableEntity> seen, CancellationToken cancellation)
    {
        if (await files.OpenAsync(night, table, cancellation) is not { } file) return (0, 0);

        using var reader = new StreamReader(file);
        var (added, unreadable, letters, rows) = (0, 0, 0, new List<TableEntity>());
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (RowLine.Read(line) is not { } row)
            {
                unreadable++;
                continue;
            }

            seen(row);
            var isFull = rows.Count == TableRows.TransactionSize || letters + line.Length > MaxLetters;
            if (rows is [var first, ..] && (isFull || first.PartitionKey != row.PartitionKey))
            {
                added += await AddAsync(table, rows, cancellation);
                (letters, rows) = (0, []);
            }

            rows.Add(row);
            letters += line.Length;
        }

        return (added + await AddAsync(table, rows, cancellation), unreadable);
    }

    async Task<int> AddAsync(string table, List<TableEntity> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return 0;

        var client = tables.GetTableClient(table);
        try
        {
            await client.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation);
            return rows.Count;
        }
        catch (TableTransactionFailedException exists) when (exists.Status == 409)
        {
            var added = 0;
            foreach (var row in rows)
                if (await OptimisticConcurrency.TryAsync(() => client.AddEntityAsync(row, cancellation))) added++;
            return added;
        }
    }
}
