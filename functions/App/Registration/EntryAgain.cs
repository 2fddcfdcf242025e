using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// For mails of other slices to people with a seat: the calendar entry, if time, place or online link changed since the last mail that
/// carried it. What such a mail tells is noted, so that no mail about the change comes after it.
/// </summary>
public sealed class EntryAgain(RegistrationStore store, SessionCalendar calendar, ManageLink manage, MailNames names)
{
    /// <param name="attendee">Who gets the mail.</param>
    /// <param name="session">As the mail tells it.</param>
    /// <param name="mail">Names the mail. One that was noted and cut off carries the entry when it is made again.</param>
    public static bool IsDue(Attendee attendee, Session session, string mail) =>
        attendee.Told.Appointment != Appointment.Of(session) || attendee.Told.By == mail;

    /// <summary>Notes for all of them what the mail tells, and makes the entry of the first.</summary>
    /// <inheritdoc cref="IsDue" path="/param"/>
    public async Task<CalendarPart> TakeAsync(
        IReadOnlyList<Attendee> together, Session session, string mail, CancellationToken cancellation)
    {
        foreach (var attendee in together) await NoteAsync(attendee, session, mail, cancellation);
        var first = together[0];
        return new(calendar.Request(session, first.Email, await names.OfAsync(first, cancellation), session.Revision + first.Revision,
            manage.For(session, first.Key)));
    }

    Task NoteAsync(Attendee attendee, Session session, string mail, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var current = await store.FindAttendeeAsync(session.Id, attendee.Key, cancellation);
            if (current?.Told.Tell(Appointment.Of(session), mail, wasPerhapsSent: true) is not { } told || told == current.Told) return;

            await store.Begin(session.Id).Put(current with { Told = told }).SubmitAsync(cancellation);
        },
        cancellation);
}
