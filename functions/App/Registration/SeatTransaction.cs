using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>The rows of one entity-group transaction, in the order the service reports a failure by.</summary>
public sealed class SeatTransaction(RegistrationStore store, SessionId session)
{
    readonly List<TableTransactionAction> actions = [];
    string? write;

    public int Count => actions.Count;

    /// <param name="seats">The new numbers.</param>
    /// <param name="replaced">The ETag of the row they are computed from.</param>
    public SeatTransaction Replace(Seats seats, ETag replaced)
    {
        write = Guid.NewGuid().ToString("N");
        return Put(SeatsRow.Of(session, seats, write), replaced);
    }

    /// <summary>Adds a new attendee; replaces one that was read, if nobody changed it since.</summary>
    public SeatTransaction Put(Attendee attendee) => Put(store.RowOf(attendee), attendee.ETag);

    /// <param name="email">The address that one more person uses.</param>
    /// <param name="read">Its row's ETag, if it has one.</param>
    public SeatTransaction PutAddress(EmailAddress email, ETag read = default) => Put(store.NewAddress(session, email), read);

    public SeatTransaction AddWish(string attendeeKey)
    {
        actions.Add(new(TableTransactionActionType.UpsertReplace, RegistrationStore.NewWish(session, attendeeKey)));
        return this;
    }

    public SeatTransaction AddDelivery(DeliveryId id, string kind, string attendeeKey, DateTimeOffset now) =>
        Put(Delivery.NewRow(id, kind, attendeeKey, now), default);

    /// <summary>
    /// All or nothing. A failure may hide a success: the answer got lost, or the client library repeated the write and was told 412 because
    /// of its own first try. The seats row tells by the name of the write that wrote it last.
    /// </summary>
    /// <returns>The new ETag of the first row.</returns>
    /// <exception cref="TableTransactionFailedException">Nothing was written; tells the row that failed.</exception>
    public async Task<ETag> SubmitAsync(CancellationToken cancellation)
    {
        try
        {
            return await store.SubmitAsync(session, actions, cancellation);
        }
        catch (Exception) when (write is not null)
        {
            if (await store.WrittenByAsync(session, write) is { } etag) return etag;
            throw;
        }
    }

    SeatTransaction Put(TableEntity row, ETag read)
    {
        actions.Add(read == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, read));
        return this;
    }
}
