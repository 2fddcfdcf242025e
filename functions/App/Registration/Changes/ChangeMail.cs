using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Changes;

/// <summary>
/// Tells somebody who has a seat or waits that the session has changed, by what is true when it is sent: nobody gets it who has cancelled,
/// or whom another mail has told the same. The calendar entry has the same UID as before and a higher SEQUENCE (RFC 5545).
/// </summary>
sealed class ChangeMail(
    NotificationRecorder notifications, RegistrationStore store, ProgrammeQuery programme, SessionCalendar calendar, ManageLink manage,
    MailNames names, PageRenderer pages, CallList calls, TimeProvider clock) : IMailComposer
{
    public const string KindName = "registration-session-changed";

    public string Kind => KindName;

    public string CalledByStaff => "Änderung oder Absage eines Termins";

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) =>
        RegistrationMail.DescribeAsync(delivery, store, programme, cancellation);

    public string? StaffPathOf(Delivery delivery) => RegistrationMail.StaffPath(delivery);

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = SessionId.Parse(delivery.Id.Partition)!.Value;
        if (await programme.FindAsync(id, cancellation) is not { } session || session.IsPastAt(clock.GetUtcNow())) return null;
        if (await store.FindAttendeeAsync(id, delivery.Recipient, cancellation) is not { State: not AttendeeState.Cancelled } attendee)
            return null;

        session = session.As(attendee.Mode);
        var told = NotificationRecorder.By(delivery, attendee, session);
        if (told.By != delivery.Id.Row)
        {
            // taken back before it went
            if (told != attendee.Told) await notifications.NoteAsync(delivery, session, attendee.State, cancellation);
            return null;
        }

        var name = await names.OfAsync(attendee, cancellation);
        var shown = session.IsCancelled ? AsTold(session, told.Before) : session;
        var model = new ChangeMailModel(shown, told.Before, attendee.State == AttendeeState.Seated, name,
            manage.For(session, attendee), manage.ProgrammeIn(attendee.Language), attendee.Language);
        return new(attendee.Email, name, model.Subject, await pages.In(attendee.Language).RenderAsync(model),
            EntryFor(shown, attendee, name))
        {
            BeforeSending = async stop =>
                (await notifications.NoteAsync(delivery, session, attendee.State, stop))?.Told.By == delivery.Id.Row,
            WithoutMailbox = stop => calls.AddAsync(attendee, delivery.Id, CalledByStaff, stop),
        };
    }

    /// <summary>Who never heard of the last move would not know which session is meant by its new date and place.</summary>
    static Session AsTold(Session session, Appointment? before) => before is null || before == Appointment.Unknown ? session : session with
    {
        Start = before.Start,
        End = before.End,
        Place = before.Place,
        OnlineLink = before.OnlineLink is { } link ? new(link) : null,
    };

    /// <summary>Those who wait have no entry yet.</summary>
    CalendarPart? EntryFor(Session session, Attendee attendee, string? name)
    {
        if (attendee.State == AttendeeState.Waiting || !attendee.Email.HasMailbox) return null;

        var sequence = session.Revision + attendee.Revision;
        return new(session.IsCancelled
            ? calendar.Cancel(session, attendee.Email, name, sequence, attendee.Language)
            : calendar.Request(session, attendee.Email, name, sequence, attendee.Language, manage.For(session, attendee)));
    }
}
