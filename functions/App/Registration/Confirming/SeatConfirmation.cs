using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Confirming;

/// <summary>
/// Where a setting asks for it, a seat must be confirmed by the link in the mail that tells of it. The deadline is the one that this mail
/// names, and is stored with its delivery when it is sent: a mail that was held back costs nobody any time. A seat that would go to nobody,
/// because promotion has ended by then, need not be confirmed.
/// </summary>
public sealed class SeatConfirmation(DeliveryStore deliveries, IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>Until when this attendee must confirm; null if they need not, or have not been told yet.</summary>
    public async Task<DateTimeOffset?> DeadlineAsync(Attendee attendee, Session session, CancellationToken cancellation)
    {
        if (!attendee.IsUnconfirmedSeat || attendee.StateMail is not { } row || options.Value.ConfirmWithin is not { } within) return null;

        var deadline = await FindAsync(new(Tables.Registrations, session.Id.Value, row), cancellation) switch
        {
            { State: DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Bounced } told => told.Deadline,
            { State: DeliveryState.Skipped } unreachable => unreachable.QueuedAt + within, // or nobody could have the seat
            _ => null,
        };
        return Effective(deadline, session);
    }

    /// <summary>The deadline that a mail names which is sent now; a repeated mail names that of the first.</summary>
    public Task<DateTimeOffset?> DeadlineInAsync(Delivery mail, Attendee attendee, Session session, CancellationToken cancellation) =>
        attendee.StateMail != mail.Id.Row ? DeadlineAsync(attendee, session, cancellation)
        : Task.FromResult(attendee.IsUnconfirmedSeat ? Effective(clock.GetUtcNow() + options.Value.ConfirmWithin, session) : null);

    DateTimeOffset? Effective(DateTimeOffset? deadline, Session session) =>
        deadline is { } moment && PromotionDeadline.IsOpenAt(moment, session) && PromotionDeadline.IsOpenAt(clock.GetUtcNow(), session)
            ? moment
            : null;

    /// <summary>null also for one that cannot be read: whoever is not known to have been told loses nothing.</summary>
    async Task<Delivery?> FindAsync(DeliveryId mail, CancellationToken cancellation)
    {
        try
        {
            return await deliveries.FindAsync(mail, cancellation);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}
