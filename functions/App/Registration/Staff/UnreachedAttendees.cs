using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Staff;

/// <summary>Whose mail about their place did not arrive: a corrected address gets a new one.</summary>
public sealed class UnreachedAttendees(RegistrationStore store, DeliveryStore deliveries)
{
    public async Task<IReadOnlySet<string>> OfAsync(SessionId session, CancellationToken cancellation)
    {
        // a mail to an address that has rejected mails before is skipped, and does not arrive either
        var lost = await deliveries.QueryAsync(Tables.Registrations, session.Value,
            $"State eq {nameof(DeliveryState.Bounced)} or State eq {nameof(DeliveryState.Failed)} or State eq {nameof(DeliveryState.Skipped)}",
            cancellation).Where(IsLost).ToDictionaryAsync(
                delivery => delivery.Id.Row, delivery => delivery.Recipient, cancellationToken: cancellation);
        var attendees = await store.FindAttendeesAsync(session, lost.Values.Distinct(), cancellation);
        return attendees.Where(attendee => attendee.State != AttendeeState.Cancelled && lost.ContainsKey(attendee.StateMail ?? ""))
            .Select(attendee => attendee.Key).ToHashSet();
    }

    /// <returns>A sentence for staff; null if the mail arrived or is on its way.</returns>
    public async Task<string?> WhyAsync(Attendee attendee, CancellationToken cancellation)
    {
        if (attendee is not { State: not AttendeeState.Cancelled, StateMail: { } mail }) return null;

        var delivery = await deliveries.FindAsync(new(Tables.Registrations, attendee.Session.Value, mail), cancellation);
        return delivery is null || !IsLost(delivery) ? null : delivery.State switch
        {
            DeliveryState.Skipped => delivery.Reason,
            DeliveryState.Bounced => "Das Postfach hat sie abgewiesen.",
            _ => "Sie ließ sich nicht senden.",
        };
    }

    static bool IsLost(Delivery delivery) => delivery.State is DeliveryState.Bounced or DeliveryState.Failed
        || delivery is { State: DeliveryState.Skipped, Reason: MailPreparation.IsSuppressed };
}
