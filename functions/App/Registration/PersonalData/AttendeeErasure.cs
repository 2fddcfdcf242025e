using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Registration.PersonalData;

/// <summary>
/// Gives a place back as a cancellation does, and erases what is known of the person, in one transaction. No mail tells of it, since there
/// is no address left; counts are numbers in other rows and stay. Doing it twice changes nothing.
/// </summary>
public sealed class AttendeeErasure(
    SeatLocks locks, SeatStore seats, RegistrationStore registrations, AddressStore addresses, PendingStore pending, Promotion promotion,
    TimeProvider clock)
{
    public Task EraseAsync(SessionId session, string attendeeKey, CancellationToken cancellation) =>
        locks.ChangeAsync(session, () => TryEraseAsync(session, attendeeKey, cancellation), cancellation);

    async Task TryEraseAsync(SessionId session, string attendeeKey, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await seats.ReadAsync(session, cancellation);
        var attendee = await registrations.FindAttendeeAsync(session, attendeeKey, cancellation);
        if (stored is null || attendee is null) return;

        var address = await addresses.FindAsync(session, attendee.Email, cancellation);
        var request = await pending.FindNewsletterRequestAsync(session, attendeeKey, cancellation);
        var isInLine = await registrations.IsInLineAsync(attendee, cancellation);
        var after = stored.Seats.Release(attendee.State, attendee.Mode);
        var transaction = await promotion.BeginAsync(stored, after, leaving: attendee, now, cancellation);
        await transaction.Erase(attendee, address, isInLine, hasNewsletterRequest: request is not null).SubmitAsync(cancellation);
    }
}
