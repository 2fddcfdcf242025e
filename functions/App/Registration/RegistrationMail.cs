using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>
/// Makes the mails about a registration when they are sent, from what is true then: a confirmation whose registration was cancelled
/// meanwhile is not sent any more.
/// </summary>
sealed class RegistrationMail(string kind, RegistrationStore store, ProgrammeQuery programme, SessionCalendar calendar, ManageLink manage,
    PageRenderer pages) : IMailComposer
{
    public const string Seated = "registration-seated";
    public const string Waiting = "registration-waiting";
    public const string Promoted = "registration-promoted";
    public const string Cancelled = "registration-cancelled";
    public const string WaitingCancelled = "registration-waiting-cancelled";

    public static readonly IReadOnlyList<string> Kinds = [Seated, Waiting, Promoted, Cancelled, WaitingCancelled];

    public static string KindOf(AttendeeState state) => state == AttendeeState.Seated ? Seated : Waiting;

    public static string KindOfCancelled(AttendeeState before) => before == AttendeeState.Seated ? Cancelled : WaitingCancelled;

    public string Kind => kind;

    public string CalledByStaff => kind switch
    {
        Seated => "Anmeldebestätigung",
        Waiting => "Bestätigung der Warteliste",
        Promoted => "Nachrücken von der Warteliste",
        _ => "Bestätigung der Absage",
    };

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = SessionId.Parse(delivery.Id.Partition)!.Value;
        var attendee = await store.FindAttendeeAsync(id, delivery.Recipient, cancellation);
        var session = await programme.FindAsync(id, cancellation);
        if (attendee is null || session is null || attendee.State != Expected) return null;
        if (session.IsCancelled && Expected != AttendeeState.Cancelled) return null; // nobody is confirmed a session that is off

        var model = new RegistrationMailModel(kind, session, attendee.FirstName, attendee.LastName,
            manage.For(session, attendee.Key), manage.PageOf(session));
        return new OutgoingMail(attendee.Email, attendee.Name, model.Subject, await pages.RenderAsync(model), EntryFor(session, attendee));
    }

    public async Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (SessionId.Parse(delivery.Id.Partition) is not { } id) return null;
        if (await programme.FindAsync(id, cancellation) is not { } session) return null;

        var attendee = await store.FindAttendeeAsync(id, delivery.Recipient, cancellation);
        var place = attendee is null ? "" : $", Platz {attendee.Place}, angemeldet am {Berlin.Moment(attendee.RegisteredAt)}";
        return $"„{session.Title}“ am {Berlin.Day(session.Start)}{place}";
    }

    AttendeeState Expected => kind switch
    {
        Seated or Promoted => AttendeeState.Seated,
        Waiting => AttendeeState.Waiting,
        _ => AttendeeState.Cancelled,
    };

    /// <summary>Those who wait get no entry before they have a seat, so only a lost seat has one to take back.</summary>
    CalendarPart? EntryFor(Session session, Attendee attendee)
    {
        var sequence = session.Revision + attendee.Revision;
        return kind switch
        {
            Seated or Promoted => new(calendar.Request(session, attendee.Email, attendee.Name, sequence)),
            Cancelled => new(calendar.Cancel(session, attendee.Email, attendee.Name, sequence)),
            _ => null,
        };
    }
}
