using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>The rows of one entity-group transaction, and the messages that follow once they are stored.</summary>
public sealed class SeatTransaction(RegistrationStore store, SessionId session)
{
    readonly List<TableTransactionAction> actions = [];
    readonly List<FollowUp> next = [];
    string? write;
    Appointment appointment = Appointment.Unknown;

    /// <param name="seats">The new numbers.</param>
    /// <param name="replaced">The ETag of the row they are computed from.</param>
    public SeatTransaction Replace(Seats seats, ETag replaced)
    {
        write = Guid.NewGuid().ToString("N");
        appointment = seats.Appointment;
        return Put(SeatsRow.Of(session, seats, write), replaced);
    }

    /// <summary>
    /// A person takes a place, with an address, a mail, perhaps a place in the line, and perhaps a wish for the newsletter.
    /// </summary>
    public SeatTransaction Take(Attendee attendee, AddressUse address, DateTimeOffset now)
    {
        PutAndTell(attendee, RegistrationMail.KindOf(attendee.State), now).PutAddress(attendee.Email, address.With(attendee.Key));
        if (attendee.State == AttendeeState.Waiting) Put(RegistrationStore.NewInLine(attendee), default);
        return attendee.WantsNewsletter ? AddWish(attendee.Key) : this;
    }

    /// <summary>Who waited moves up or goes.</summary>
    public SeatTransaction LeaveLine(Attendee waiting) => Delete(RegistrationStore.NewInLine(waiting), ETag.All);

    /// <summary>
    /// An attendee with a new state, and the mail that tells it and what the seats row, replaced before, says of the session.
    /// </summary>
    public SeatTransaction PutAndTell(Attendee attendee, string kind, DateTimeOffset now)
    {
        var mail = RegistrationStore.NewDelivery(session);
        return Put(attendee with { Told = new(appointment, mail.Row) }).AddDelivery(mail, kind, attendee.Key, now);
    }

    /// <summary>Adds a new attendee; replaces one that was read, if nobody changed it since.</summary>
    public SeatTransaction Put(Attendee attendee) => Put(RegistrationStore.RowOf(attendee), attendee.ETag);

    /// <summary>Adds the row of an address; replaces one that was read, if nobody changed it since.</summary>
    public SeatTransaction PutAddress(EmailAddress email, AddressUse address) => Put(store.RowOf(session, email, address), address.ETag);

    public SeatTransaction AddWish(string attendeeKey)
    {
        actions.Add(new(TableTransactionActionType.UpsertReplace, RegistrationStore.NewWish(session, attendeeKey)));
        return Then(Queues.NewsletterWishes, $"{session}/{attendeeKey}");
    }

    /// <summary>Removes everything about a person but the records of mails, which name nobody; the place is given back apart.</summary>
    /// <param name="attendee">As it was read.</param>
    /// <param name="address">The row of the person's address as it was read; null if there is none.</param>
    /// <param name="hasWish">Whether the person's wish for the newsletter is still there.</param>
    public SeatTransaction Erase(Attendee attendee, AddressUse? address, bool hasWish)
    {
        Delete(RegistrationStore.RowOf(attendee), attendee.ETag);
        if (attendee.State == AttendeeState.Waiting) LeaveLine(attendee);
        if (hasWish) Delete(RegistrationStore.NewWish(session, attendee.Key), ETag.All);
        if (address is null) return this;

        var others = address.Without(attendee.Key);
        return others.Persons.Count > 0
            ? PutAddress(attendee.Email, others)
            : Delete(store.RowOf(session, attendee.Email, others), address.ETag);
    }

    public SeatTransaction AddDelivery(DeliveryId id, string kind, string attendeeKey, DateTimeOffset now) =>
        Put(Delivery.NewRow(id, kind, attendeeKey, now), default).Then(Queues.Deliveries, id.ToString());

    /// <summary>Keeps an application to be settled after the answer.</summary>
    public SeatTransaction Add(PendingApplication application) =>
        Put(ApplicationRow.Of(application), default).Then(Queues.Applications, $"{session}/{application.Key}");

    /// <summary>The application is dealt with; its row must be there still.</summary>
    public SeatTransaction Settle(PendingApplication application) => Delete(ApplicationRow.Of(application), ETag.All);

    /// <summary>
    /// All or nothing. A failure may hide a success: the answer got lost, or the client library repeated the write and was told 412 because
    /// of its own first try. The seats row tells by the name of the write that wrote it last.
    /// </summary>
    /// <returns>What follows.</returns>
    /// <exception cref="TableTransactionFailedException">Nothing was written.</exception>
    public async Task<IReadOnlyList<FollowUp>> SubmitAsync(CancellationToken cancellation)
    {
        try
        {
            await store.SubmitAsync(session, actions, cancellation);
        }
        catch (Exception) when (write is not null)
        {
            if (!await store.WasWrittenAsync(session, write)) throw;
        }

        return next;
    }

    SeatTransaction Put(TableEntity row, ETag read)
    {
        actions.Add(read == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, read));
        return this;
    }

    SeatTransaction Delete(TableEntity row, ETag read)
    {
        actions.Add(new(TableTransactionActionType.Delete, row, read));
        return this;
    }

    SeatTransaction Then(string queue, string id)
    {
        next.Add(new(queue, id));
        return this;
    }
}
