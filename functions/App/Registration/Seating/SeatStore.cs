using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// The seats row of each session, in table registrations. A partition holds one session's seats row, attendees, addresses in use,
/// applications to be settled, the waiting list, requests for the newsletter and deliveries. Whatever changes together is one entity-group
/// transaction; the seats row, replaced under its ETag, guards them all.
/// </summary>
public sealed class SeatStore(
    TableServiceClient tables, StoredReader reader, AddressStore addresses, OpenPartitions open, BackgroundSender sender)
{
    readonly TableClient table = tables.GetTableClient(Tables.Registrations);

    public async Task<StoredSeats?> ReadAsync(SessionId session, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key, cancellationToken: cancellation);
        return row.HasValue ? new(reader.Read(table, row.Value!, SeatsRow.Read), row.Value!.ETag) : null;
    }

    /// <summary>False if the row was there already.</summary>
    public Task<bool> AddAsync(SessionId session, Seats seats, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(() => table.AddEntityAsync(SeatsRow.Of(session, seats, write: ""), cancellation));

    public SeatTransaction Begin(SessionId session) => new(session, table, addresses, open, sender);
}
