using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Calling;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>One registration: look, correct, give a seat, send the confirmation again, cancel.</summary>
public sealed class ActOnAttendee(
    AttendeePages attendees, Promotion promotion, SeatSwitch seatSwitch, Cancellation cancelling, AttendeeCorrection correction,
    CallList calls, UnreachedAttendees unreached, StaffArea staff)
{
    const string Route = AttendeePages.Route;

    const string IsCancelled = "Diese Anmeldung ist inzwischen abgesagt oder gelöscht.";

    const string MoreSeats = "Mehr Plätze geben Sie dem Termin unter „Termine“.";

    [Function(nameof(ShowAttendee))]
    public Task<IResult> ShowAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.WithAttendeeAsync(request, id, key, async (session, attendee) =>
            await staff.ShowAsync(await attendees.PageAsync(staff.FrameOf(request), session, attendee, RegistrationFields.Of(attendee),
                FieldProblems.None, cancellation)), cancellation);

    [Function(nameof(CorrectAttendee))]
    public Task<IResult> CorrectAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Anmeldung berichtigt",
            async (attendee, post) =>
            {
                var typed = RegistrationFields.ReadFromStaff(post.Body);
                var (email, emailProblem) = RegistrationCheck.ReadAddress(typed, attendee.Email.HasMailbox
                    ? EmailAddress.OfNobodyElse(Guid.NewGuid().ToString("N")) : attendee.Email);
                foreach (var (field, text) in RegistrationCheck.CheckPerson(typed, Language.German, emailProblem, isOther: true).All)
                    post.Problems.Add(field, text);
                if (post[FormVersion.Field] != CorrectionForm.VersionOf(attendee))
                    post.Problems.Add("inhalt", "Jemand anders hat diese Anmeldung inzwischen geändert. Bitte vergleichen Sie.");
                if (post.Problems.Any) return null;

                var lost = await unreached.FindAsync(attendee, cancellation);
                post.Problems.Add("email", await correction.CorrectAsync(attendee, typed, email!.Value, cancellation));
                if (post.Problems.Any) return null;

                if (lost is not null) // without an address, nothing but a call can tell it
                    await calls.AddAsync(attendee, lost.Mail, lost.About, cancellation);
                return (attendee.Email, email.Value) switch
                {
                    ({ HasMailbox: true }, { HasMailbox: false }) => "Die Angaben sind berichtigt. Die Person hat jetzt keine "
                        + "E-Mail-Adresse mehr und bekommt keine E-Mails: Was sich ändert, sagen Sie ihr bitte am Telefon.",
                    var (before, now) when now.HasMailbox && now.Canonical != before.Canonical => "Die Angaben sind berichtigt. "
                        + (await attendees.IsBlockedAsync(now, cancellation) ? AttendeePages.Blocked
                            : "Die Bestätigung geht an die neue Adresse."),
                    _ => "Die Angaben sind berichtigt.",
                };
            }, cancellation);

    [Function(nameof(SeatAttendee))]
    public Task<IResult> SeatAttendee(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/nachruecken")] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Platz gegeben",
            async (attendee, post) =>
            {
                var became = await promotion.SeatAsync(attendee.Session, attendee.Key, cancellation);
                if (became == SeatChange.Seated)
                    return $"Die Person hat jetzt einen Platz. {await NextAsync(attendee, post, cancellation)}";

                post.Problems.Add("inhalt", became switch
                {
                    SeatChange.AlreadySo => "Die Person hat schon einen Platz.",
                    SeatChange.TooLate => "Der Termin ist vorbei oder abgesagt: Plätze gibt es keine mehr.",
                    SeatChange.NoneFree => $"Es ist kein Platz frei. {MoreSeats}",
                    _ => IsCancelled,
                });
                return null;
            }, cancellation);

    [Function(nameof(SwitchAttendee))]
    public Task<IResult> SwitchAttendee(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/wechseln")] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Teilnahme gewechselt",
            async (attendee, post) =>
            {
                var to = AttendanceWords.Find(post["to"]) ?? attendee.Mode;
                var became = await seatSwitch.SwitchAsync(
                    attendee.Session, attendee.Key, to, language: null, isConfirmed: false, cancellation);
                if (became is SeatChange.Seated or SeatChange.Waiting)
                    return $"Die Person {(became == SeatChange.Seated ? "hat jetzt einen Platz" : "wartet jetzt auf einen Platz")} "
                        + $"{AttendanceWords.Of(to)}. {await NextAsync(attendee, post, cancellation)}"
                        + await attendees.FreedAsync(attendee.Session, cancellation);

                post.Problems.Add("inhalt", became switch
                {
                    SeatChange.AlreadySo => $"Bei der Person steht schon „{AttendanceWords.Of(to)}“; geändert hat sich nichts.",
                    SeatChange.TooLate => "Der Termin hat begonnen oder ist abgesagt. Gewechselt werden kann nur vor dem Beginn.",
                    SeatChange.NoneFree => $"Für „{AttendanceWords.Of(to)}“ ist kein Platz frei, oder andere warten schon darauf. Es bleibt "
                        + $"alles, wie es war. {MoreSeats}",
                    _ => IsCancelled,
                });
                return null;
            }, cancellation);

    [Function(nameof(ConfirmAttendeeAgain))]
    public Task<IResult> ConfirmAttendeeAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/bestaetigung")] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Bestätigung noch einmal geschickt",
            async (attendee, post) =>
            {
                if (!attendee.Email.HasMailbox) post.Problems.Add("inhalt", AttendeePages.PleaseCall);
                else if (await attendees.IsBlockedAsync(attendee.Email, cancellation)) post.Problems.Add("inhalt", AttendeePages.Blocked);
                else if (await correction.MailAgainAsync(attendee.Session, attendee.Key, cancellation))
                    return "Die Bestätigung geht noch einmal hinaus.";
                else post.Problems.Add("inhalt", IsCancelled);
                return null;
            }, cancellation);

    [Function(nameof(CancelAttendee))]
    public Task<IResult> CancelAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/absagen")] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Anmeldung abgesagt",
            async (attendee, post) =>
            {
                if (IsGone(attendee, post)) return null;
                if (!post.Body.Has(AttendeeModel.SureField))
                    post.Problems.Add(AttendeeModel.SureField, "Bitte bestätigen Sie, dass die Person nicht kommt.");
                if (post.Problems.Any) return null;

                await cancelling.CancelAsync(attendee.Session, attendee.Key, language: null, cancellation);
                return $"Die Anmeldung ist abgesagt. {await NextAsync(attendee, post, cancellation)}"
                    + await attendees.FreedAsync(attendee.Session, cancellation);
            }, cancellation);

    [Function(nameof(CallAttendee))]
    public Task<IResult> CallAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/angerufen")] HttpRequest request,
        string id, string key, CancellationToken cancellation) => attendees.ActAsync(request, id, key, "Person angerufen",
            async (attendee, post) =>
            {
                await calls.DoneAsync(attendee, post["wegen"].Split('\n', StringSplitOptions.TrimEntries), cancellation);
                return "Der Anruf ist vermerkt.";
            }, cancellation);

    /// <summary>How the person hears of it: by a mail, or by telephone, perhaps in the very call that asked for it.</summary>
    async Task<string> NextAsync(Attendee attendee, StaffPost post, CancellationToken cancellation)
    {
        if (attendee.Email.HasMailbox)
            return await attendees.IsBlockedAsync(attendee.Email, cancellation) ? AttendeePages.Blocked : "Die Person bekommt eine E-Mail.";
        if (post[AttendeeModel.ToldField].Length == 0) return "Die Person hat keine E-Mail-Adresse: Bitte rufen Sie sie an.";

        await calls.ToldAsync(attendee, cancellation);
        return "Vermerkt ist, dass sie es schon weiß.";
    }

    static bool IsGone(Attendee attendee, StaffPost post)
    {
        if (attendee.State == AttendeeState.Cancelled) post.Problems.Add("inhalt", IsCancelled);
        return post.Problems.Any;
    }
}
