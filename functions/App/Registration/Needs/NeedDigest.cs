using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Needs;

/// <summary>
/// What attendees of a session need and nobody has answered, for staff. It is read when the mail is sent and kept nowhere else, so that it
/// is erased with the registrations. Who needs it stands on the staff page alone.
/// </summary>
sealed class NeedDigest(
    RegistrationStore store, ProgrammeQuery programme, StaffNotices staff, PageRenderer pages, IOptions<SiteOptions> site) : IMailComposer
{
    public const string KindName = "need-digest";

    public string Kind => KindName;

    public string CalledByStaff => "Bedarf von Angemeldeten";

    public async Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (staff.Staff.Where(address => staff.RecipientOf(address) == delivery.Recipient).ToList() is not [var to]) return null;
        if (await programme.FindAsync(SessionId.Parse(delivery.Id.Partition)!.Value, cancellation) is not { IsCancelled: false } session)
            return null;

        var needs = await store.WithOpenNeedsAsync(session.Id, cancellation).OrderBy(attendee => attendee.Place)
            .Select(attendee => $"Platz {attendee.Place}: {attendee.Needs.Words}").ToListAsync(cancellation);
        if (needs is []) return null;

        var subject = $"Bedarf zum {Berlin.ShortMoment(session.Start)}: {session.InSubject}";
        var until = session.NeedsUntil is { } deadline ? $" Im Anmeldeformular steht als Frist {Berlin.Until(deadline)}." : "";
        var model = new StaffNoticeMailModel(subject,
            [$"Angemeldete brauchen etwas, um am {Berlin.Day(session.Start)}, beim Praxisaustausch dabei zu sein.{until} Bitte antworten Sie ihnen: "
                + site.Value.Link(AnswerNeeds.Path)],
            needs);
        return new(to, null, subject, await pages.RenderAsync(model));
    }
}
