using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Questions;

/// <summary>
/// The questions asked at registration, for staff who prepare the session. They are read when the mail is sent and kept nowhere else, so
/// that they are erased with the registrations. Who asked is not told.
/// </summary>
sealed class QuestionDigest(RegistrationStore store, ProgrammeQuery programme, StaffNotices staff, PageRenderer pages) : IMailComposer
{
    public const string KindName = "question-digest";

    public string Kind => KindName;

    public string CalledByStaff => "Fragen der Angemeldeten";

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (staff.Staff.Where(address => staff.RecipientOf(address) == delivery.Recipient).ToList() is not [var to]) return null;
        if (await programme.FindAsync(SessionId.Parse(delivery.Id.Partition)!.Value, cancellation) is not { IsCancelled: false } session)
            return null;

        var questions = await store.WithQuestionsAsync(session.Id, cancellation).OrderBy(attendee => attendee.Place)
            .Select(attendee => attendee.Question).ToListAsync(cancellation);
        if (questions is []) return null;

        var subject = $"Fragen zum {Berlin.ShortMoment(session.Start)}: {session.InSubject}";
        var model = new StaffNoticeMailModel(subject,
            [$"Zum Praxisaustausch am {Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}, wurde bei der Anmeldung "
                + "gefragt:"],
            questions);
        return new(to, null, subject, await pages.RenderAsync(model));
    }
}
