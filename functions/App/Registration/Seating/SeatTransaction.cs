using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// The rows of one entity-group transaction, and the messages that are sent once they are stored. If a message gets lost, a timer finds the
/// row that it is about and sends it again.
/// </summary>
public sealed class SeatTransaction(
    SessionId session, TableClient table, AddressStore addresses, OpenPartitions open, BackgroundSender sender)
{
    readonly List<TableTransactionAction> actions = [];
    readonly List<(string Queue, string Id)> messages = [];
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
    /// A person takes a place, with an address, a mail, perhaps a place in the line, and perhaps a request for the newsletter.
    /// </summary>
    /// <param name="attendee">Who takes it.</param>
    /// <param name="applicant">Who applied for it; tells where the newsletter was asked for.</param>
    /// <param name="address">The address as it was read.</param>
    /// <param name="now">This moment.</param>
    public SeatTransaction Take(Attendee attendee, Applicant applicant, AddressUse address, DateTimeOffset now)
    {
        PutAndTell(attendee, RegistrationMailKind.Of(attendee.State), now).PutAddress(attendee.Email, address.With(attendee.Key));
        if (attendee.State == AttendeeState.Waiting) JoinLine(attendee);
        return applicant.NewsletterAskedFrom is { } from ? AddNewsletterRequest(attendee.Key, new(now, from)) : this;
    }

    /// <summary>
    /// Stores an attendee's new state and adds the mail about it, which states date and place as the seats row has them: call
    /// <see cref="Replace"/> first.
    /// </summary>
    public SeatTransaction PutAndTell(Attendee attendee, string kind, DateTimeOffset now)
    {
        var mail = NewDelivery(session);
        return Put(attendee with { Told = new(appointment.As(attendee.Mode), mail.Row), StateMail = mail.Row, RepeatedMail = null })
            .Add(mail, kind, attendee.Key, now);
    }

    /// <summary>Stores an attendee and adds the mail that tells them how they stand once more.</summary>
    public SeatTransaction PutAndRepeat(Attendee attendee, DateTimeOffset now)
    {
        var mail = NewDelivery(session);
        return Put(attendee with { RepeatedMail = mail.Row }).Add(mail, RegistrationMailKind.Of(attendee.State), attendee.Key, now);
    }

    public SeatTransaction JoinLine(Attendee waiting) => Put(WaitingRow.Of(waiting), default);

    /// <summary>Who waited moves up or goes; must be in line.</summary>
    public SeatTransaction LeaveLine(Attendee waiting) => Delete(WaitingRow.Of(waiting), ETag.All);

    /// <summary>Adds a new attendee; replaces one that was read, if nobody changed it since.</summary>
    public SeatTransaction Put(Attendee attendee) => Put(AttendeeRow.Of(attendee), attendee.ETag);

    /// <summary>Adds the row of an address; replaces one that was read, if nobody changed it since.</summary>
    public SeatTransaction PutAddress(EmailAddress email, AddressUse address) =>
        Put(addresses.RowOf(session, email, address), address.ETag);

    public SeatTransaction AddNewsletterRequest(string attendeeKey, NewsletterRequest request) => Add(
        PendingWork.NewsletterRequest, attendeeKey, NewsletterRequestRow.Of(session, attendeeKey, request), request.AskedAt);

    /// <summary>Removes everything about a person but the records of mails, which name nobody; the place is given back apart.</summary>
    /// <param name="attendee">As it was read.</param>
    /// <param name="address">The row of the person's address as it was read; null if there is none.</param>
    /// <param name="isInLine">Whether the person's place on the waiting list is still there.</param>
    /// <param name="hasNewsletterRequest">Whether the person's request for the newsletter is still there.</param>
    public SeatTransaction Erase(Attendee attendee, AddressUse? address, bool isInLine, bool hasNewsletterRequest)
    {
        Delete(AttendeeRow.Of(attendee), attendee.ETag);
        if (isInLine) LeaveLine(attendee);
        if (hasNewsletterRequest) Delete(new(session.Value, NewsletterRequestRow.KeyOf(attendee.Key)), ETag.All);
        return address is null ? this : LeaveAddress(attendee, address);
    }

    /// <summary>An attendee does not use their address any more.</summary>
    /// <param name="attendee">With the address that they leave.</param>
    /// <param name="address">Its row as it was read.</param>
    public SeatTransaction LeaveAddress(Attendee attendee, AddressUse address)
    {
        var others = address.Without(attendee.Key);
        if (address.ETag == default) return this;

        return others.Persons.Count > 0
            ? PutAddress(attendee.Email, others)
            : Delete(addresses.RowOf(session, attendee.Email, others), address.ETag);
    }

    public SeatTransaction AddMail(string kind, string attendeeKey, DateTimeOffset now) =>
        Add(NewDelivery(session), kind, attendeeKey, now);

    /// <summary>Stores what staff answer to what an attendee needs, and adds the mail that tells it.</summary>
    public SeatTransaction PutAnswer(Attendee attendee, NeedState decision, string answer, DateTimeOffset now)
    {
        var mail = NewDelivery(session);
        return Put(attendee.Answered(decision, answer, mail.Row)).Add(mail, NeedAnswerMail.KindName, attendee.Key, now);
    }

    /// <summary>Adds the mail that tells what staff answered; the attendee's row, stored in the same transaction, names it.</summary>
    public SeatTransaction AddAnswer(Attendee attendee, DateTimeOffset now) =>
        Add(new(Tables.Registrations, session.Value, attendee.NeedMails[^1]), NeedAnswerMail.KindName, attendee.Key, now);

    /// <summary>Keeps an application to be settled after the answer.</summary>
    public SeatTransaction Add(PendingApplication application, DateTimeOffset now) =>
        Add(PendingWork.Application, application.Key, ApplicationRow.Of(application), now);

    /// <summary>The application is dealt with; its row must be there still.</summary>
    public SeatTransaction Settle(PendingApplication application) => Delete(ApplicationRow.Of(application), ETag.All);

    /// <summary>
    /// All or nothing. A failure may hide a success: the answer got lost, or the client library repeated the write and got 412 because of
    /// its own first try. Then the seats row has this transaction's write id.
    /// </summary>
    /// <exception cref="TableTransactionFailedException">Nothing was written.</exception>
    public async Task SubmitAsync(CancellationToken cancellation)
    {
        await open.OpenAsync(Tables.Registrations, session.Value, cancellation); // so that its deliveries are looked after
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (Exception) when (write is not null)
        {
            if (!await WasWrittenAsync(write)) throw;
        }

        foreach (var (queue, id) in messages) sender.Post(queue, id);
    }

    /// <summary>The id of a delivery that is to be written.</summary>
    internal static DeliveryId NewDelivery(SessionId session) =>
        new(Tables.Registrations, session.Value, Delivery.RowPrefix + Guid.CreateVersion7().ToString("N"));

    /// <summary>Whether it was this write that wrote the seats row last.</summary>
    async Task<bool> WasWrittenAsync(string own)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(session.Value, SeatsRow.Key);
        return row.HasValue && SeatsRow.WriteOf(row.Value!) == own;
    }

    SeatTransaction Add(PendingWork work, string key, TableEntity row, DateTimeOffset now)
    {
        actions.Add(new(TableTransactionActionType.UpsertReplace, PendingStore.Pending(row, now)));
        return Then(work.Queue, new RegistrationId(session, key).ToString());
    }

    SeatTransaction Add(DeliveryId id, string kind, string attendeeKey, DateTimeOffset now) =>
        Put(Delivery.NewRow(id, kind, attendeeKey, now), default).Then(Queues.Deliveries, id.ToString());

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
        messages.Add((queue, id));
        return this;
    }
}
