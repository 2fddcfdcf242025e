using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Mails;

/// <summary>
/// For mails of other slices to people with a seat: the calendar entry, if time, place or online link changed since the last mail that
/// carried it. What such a mail told is noted once it was accepted, so that no mail about the change comes after it.
/// </summary>
sealed class EntryAgain(RegistrationStore store, SessionCalendar calendar, ManageLink manage, MailNames names)
{
    /// <param name="attendee">Who gets the mail.</param>
    /// <param name="session">As the mail tells it.</param>
    public static bool IsDue(Attendee attendee, Session session) =>
        attendee.Told.Appointment != Appointment.Of(session).As(attendee.Mode);

    /// <summary>The entry of the first of those who share an address, above any that the address got before.</summary>
    public async Task<CalendarPart> ForAsync(IReadOnlyList<Attendee> together, Session session, CancellationToken cancellation)
    {
        var (first, revision) = (together[0], together.Max(attendee => attendee.Revision));
        return new(calendar.Request(session.As(first.Mode), first.Email, await names.OfAsync(first, cancellation),
            session.Revision + revision, first.Language, manage.For(session, first)));
    }

    /// <summary>
    /// Notes for all of them what the accepted mail told. If the process ends before that, a second mail tells of the change, which is
    /// better than none.
    /// </summary>
    /// <param name="together">Who share the mail.</param>
    /// <param name="session">As the mail told it.</param>
    /// <param name="mail">Names the mail's delivery.</param>
    public async Task NoteAsync(IReadOnlyList<Attendee> together, Session session, string mail)
    {
        foreach (var attendee in together)
            await OptimisticConcurrency.RetryAsync(() => TryNoteAsync(attendee, session, mail), CancellationToken.None);
    }

    async Task TryNoteAsync(Attendee attendee, Session session, string mail)
    {
        if (await store.FindAttendeeAsync(session.Id, attendee.Key, CancellationToken.None) is not { } current) return;

        var told = current.Told.Tell(Appointment.Of(session).As(current.Mode), mail, wasPerhapsSent: true);
        if (told == current.Told) return;

        await store.ReplaceAsync(current with { Told = told }, CancellationToken.None);
    }
}
