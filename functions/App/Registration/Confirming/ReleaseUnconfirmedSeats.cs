using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Confirming;

/// <summary>Where a setting asks for it, seats that were not confirmed in time go to the waiting list.</summary>
public sealed class ReleaseUnconfirmedSeats(
    Cancellation cancelling, ProgrammeQuery programme, RegistrationStore store, SeatConfirmation confirmation,
    IOptions<RegistrationOptions> options, TimeProvider clock)
{
    [Function(nameof(ReleaseUnconfirmedSeats))]
    public async Task Run([TimerTrigger("0 4/10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (options.Value.ConfirmWithin is null) return;

        var open = (await programme.AllAsync(cancellation)).Where(session => PromotionDeadline.IsOpenAt(clock.GetUtcNow(), session));
        await IndependentItems.ForEachAsync(open, session => IndependentItems.ForEachAsync(
            store.AttendeesAsync(session.Id, AttendeeState.Seated, cancellation),
            attendee => ReleaseAsync(attendee, session, cancellation), cancellation), cancellation);
    }

    async Task ReleaseAsync(Attendee attendee, Session session, CancellationToken cancellation)
    {
        if (await confirmation.DeadlineAsync(attendee, session, cancellation) <= clock.GetUtcNow())
            await cancelling.ReleaseUnconfirmedAsync(attendee, cancellation);
    }
}
