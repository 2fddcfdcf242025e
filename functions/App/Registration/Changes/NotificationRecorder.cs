using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// Notes in the attendee's row, before a mail is sent, what it tells of the session. If sending is cut off, the delivery is still there,
/// and the mail is made and noted again.
/// </summary>
sealed class NotificationRecorder(RegistrationStore store)
{
    /// <param name="mail">The delivery.</param>
    /// <param name="session">As the mail will tell it.</param>
    /// <param name="state">How the attendee stands in the mail.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The attendee with the note; null if there is none who stands so.</returns>
    public Task<Attendee?> NoteAsync(Delivery mail, Session session, AttendeeState state, CancellationToken cancellation) =>
        OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var attendee = await store.FindAttendeeAsync(session.Id, mail.Recipient, cancellation);
            if (attendee?.State != state) return null;

            var told = By(mail, attendee, session);
            if (told == attendee.Told) return attendee;

            var noted = attendee with { Told = told };
            await store.ReplaceAsync(noted, cancellation);
            return noted;
        },
        cancellation);

    /// <summary>What the attendee was told once this mail is sent.</summary>
    public static LastNotification By(Delivery mail, Attendee attendee, Session session) =>
        attendee.Told.Tell(Appointment.Of(session), mail.Id.Row, wasPerhapsSent: mail.ExpiredClaims > 0);
}
