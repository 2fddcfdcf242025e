using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Statistics;

/// <summary>
/// What was published of a closed year, one row of the year's partition in table documents. It is stored once and never changes: a second
/// edition of exact numbers would tell the difference.
/// </summary>
public sealed class ClosedYearStore(TableServiceClient tables, StoredReader reader)
{
    const string Row = "statistics";
    const string Published = "Published";

    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    public async Task<YearParticipation?> FindAsync(int year, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(year), Row, cancellationToken: cancellation);
        return row.HasValue ? reader.Read(table, row.Value!, Read) : null;
    }

    /// <returns>What is published: what another process stored first, if one did.</returns>
    public async Task<YearParticipation> KeepAsync(int year, YearParticipation participation, CancellationToken cancellation)
    {
        var row = new TableEntity(PartitionOf(year), Row) { [Published] = JsonSerializer.Serialize(participation) };
        return await OptimisticConcurrency.TryAsync(() => table.AddEntityAsync(row, cancellation))
            ? participation
            : (await FindAsync(year, cancellation))!;
    }

    static YearParticipation Read(TableEntity row) => JsonSerializer.Deserialize<YearParticipation>(row.Text(Published))!;

    static string PartitionOf(int year) => $"{year:0000}";
}
