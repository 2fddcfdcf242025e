using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Registration.Confirming;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Mails;

/// <summary>
/// Makes the mails about a registration when they are sent, from what is true then: a confirmation whose registration was cancelled
/// meanwhile is not sent any more.
/// </summary>
sealed class RegistrationMail(string kind, RegistrationStore store, ProgrammeQuery programme, SessionCalendar calendar, ManageLink manage,
    MailNames names, SeatConfirmation confirmation, PageRenderer pages, NotificationRecorder notifications, ChangeMail change,
    CallList calls, TimeProvider clock) : IMailComposer
{
    public string Kind => kind;

    /// <summary>Promotions are exempt from the limit: somebody else's cancellation causes them, and they are urgent.</summary>
    public bool IsCausedByAnybody => kind != RegistrationMailKind.Promoted;

    public string CalledByStaff => kind switch
    {
        RegistrationMailKind.Seated => "Anmeldebestätigung",
        RegistrationMailKind.Waiting => "Bestätigung der Warteliste",
        RegistrationMailKind.Promoted => "Nachrücken von der Warteliste",
        RegistrationMailKind.Switched => "Wechsel zwischen vor Ort und online",
        RegistrationMailKind.Lapsed => "Hinweis: Platz nicht bestätigt",
        RegistrationMailKind.CalledOff => "Hinweis: Termin abgesagt",
        RegistrationMailKind.AddressFull => "Hinweis: zu viele Anmeldungen mit einer Adresse",
        _ => "Bestätigung der Absage",
    };

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = SessionId.Parse(delivery.Id.Partition)!.Value;
        if (await programme.FindAsync(id, cancellation) is not { } session) return null;
        if (session.IsCancelled && Expected != AttendeeState.Cancelled) // nobody is confirmed a session that is off
            return kind == RegistrationMailKind.AddressFull ? null : await change.ComposeAsync(delivery, cancellation);
        var attendee = await store.FindAttendeeAsync(id, delivery.Recipient, cancellation);
        if (attendee is null || (Expected is { } expected && attendee.State != expected)) return null;

        if (kind != RegistrationMailKind.AddressFull) session = session.As(attendee.Mode);
        var name = kind == RegistrationMailKind.AddressFull ? null : await names.OfAsync(attendee, cancellation);
        var deadline = Expected == AttendeeState.Seated
            ? await confirmation.DeadlineInAsync(delivery, attendee, session, cancellation)
            : null;
        var model = new RegistrationMailModel(kind, session, name, deadline, manage.For(session, attendee),
            manage.PageOf(session, attendee.Language), attendee.Language)
        {
            Mode = attendee.Mode,
            IsHandedOn = PromotionDeadline.IsOpenAt(clock.GetUtcNow(), session),
            IsRegisteredByOther = Expected is not null && attendee.RegisteredBy is not null,
            HasNeeds = kind is (RegistrationMailKind.Seated or RegistrationMailKind.Waiting) && attendee.HasOpenNeed,
            HasQuestion = kind is (RegistrationMailKind.Seated or RegistrationMailKind.Waiting) && attendee.Question.Length > 0,
            Position = kind == RegistrationMailKind.Waiting ? await store.PositionAsync(attendee, cancellation) : null,
        };
        // staff told it when they entered the person, as it was then: a change since is told by a mail of its own
        var isTold = !attendee.Email.HasMailbox && kind is (RegistrationMailKind.Seated or RegistrationMailKind.Waiting);
        var html = await pages.In(attendee.Language).RenderAsync(model);
        return new(attendee.Email, name, model.Subject, html, EntryFor(session, attendee, name))
        {
            Deadline = deadline,
            BeforeSending = !isTold && Expected is (AttendeeState.Seated or AttendeeState.Waiting)
                ? async stop => await notifications.NoteAsync(delivery, session, attendee.State, stop) is not null
                : null,
            WithoutMailbox = isTold ? null : stop => calls.AddAsync(attendee, delivery.Id, CalledByStaff, stop),
        };
    }

    public Task<string?> DescribeAsync(Delivery delivery, CancellationToken cancellation) =>
        DescribeAsync(delivery, store, programme, cancellation);

    public string? StaffPathOf(Delivery delivery) => StaffPath(delivery);

    /// <summary>The list of the session's registrations, which marks whom no mail reached.</summary>
    internal static string? StaffPath(Delivery delivery) =>
        SessionId.Parse(delivery.Id.Partition) is { } session ? AttendeePages.ListOf(session) : null;

    /// <inheritdoc cref="IMailComposer.DescribeAsync"/>
    internal static async Task<string?> DescribeAsync(
        Delivery delivery, RegistrationStore store, ProgrammeQuery programme, CancellationToken cancellation)
    {
        if (SessionId.Parse(delivery.Id.Partition) is not { } id) return null;
        if (await programme.FindAsync(id, cancellation) is not { } session) return null;

        var attendee = await store.FindAttendeeAsync(id, delivery.Recipient, cancellation);
        var place = attendee is null ? "" : $", {attendee.Place}. Anmeldung, vom {Berlin.Moment(attendee.RegisteredAt)}";
        return $"„{session.Title}“ am {Berlin.Day(session.Start)}{place}";
    }

    /// <summary>How the attendee must stand for the mail to be true; null if it does not matter.</summary>
    AttendeeState? Expected => kind switch
    {
        RegistrationMailKind.Seated or RegistrationMailKind.Promoted or RegistrationMailKind.Switched => AttendeeState.Seated,
        RegistrationMailKind.Waiting => AttendeeState.Waiting,
        RegistrationMailKind.AddressFull => null,
        _ => AttendeeState.Cancelled,
    };

    /// <summary>Those who wait get no entry before they have a seat, so only a lost seat has one to take back.</summary>
    CalendarPart? EntryFor(Session session, Attendee attendee, string? name)
    {
        var sequence = session.Revision + attendee.Revision;
        return kind switch
        {
            _ when !attendee.Email.HasMailbox => null,
            RegistrationMailKind.Seated or RegistrationMailKind.Promoted or RegistrationMailKind.Switched =>
                new(calendar.Request(session, attendee.Email, name, sequence, attendee.Language, manage.For(session, attendee))),
            RegistrationMailKind.Cancelled or RegistrationMailKind.Lapsed =>
                new(calendar.Cancel(session, attendee.Email, name, sequence, attendee.Language)),
            _ => null,
        };
    }
}
