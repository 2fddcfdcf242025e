using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// Registers somebody who called, by the rules that hold for everybody: a seat or a place on the waiting list, and a mail that tells it.
/// Who has no address is told by telephone. Whose name is there already may be the same person: staff say that it is another one.
/// </summary>
public sealed class AddAttendee(AttendeePages attendees, RegistrationStore store, SeatDesk desk, RowKeyHash hash, StaffArea staff)
{
    const string Route = AttendeePages.ListRoute + "/neu";

    /// <summary>Stands in the address of the form and names the registration that was cancelled, to be filled in again.</summary>
    public const string Before = "von";

    [Function(nameof(ShowNewAttendee))]
    public Task<IResult> ShowNewAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id, CancellationToken cancellation) => attendees.WithSessionAsync(request, id,
            async session => await staff.ShowAsync(new NewAttendeeModel(staff.FrameOf(request), session,
                await BeforeAsync(session, request, cancellation), NewAttendeeModel.NewForm(), FieldProblems.None)
            {
                WhyClosed = attendees.WhyClosed(session),
            }),
            cancellation);

    [Function(nameof(AddAttendee))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, session => staff.ActAsync<NewAttendeePage>(request,
            post => AddAsync(session, post, cancellation), async post => await AgainAsync(session, post, cancellation),
            cancellation, RegistrationFields.Lists), cancellation);

    async Task<RegistrationFields> BeforeAsync(Session session, HttpRequest request, CancellationToken cancellation) =>
        Guid.TryParseExact(request.Query[Before], "N", out var key)
            && await store.FindAttendeeAsync(session.Id, $"{key:N}", cancellation) is { } attendee
            ? RegistrationFields.Of(attendee) with { Attendance = AttendanceWords.KeyOf(attendee.Mode) } : RegistrationFields.Empty;

    async Task<NewAttendeeModel> AgainAsync(Session session, StaffPost post, CancellationToken cancellation)
    {
        var typed = RegistrationFields.ReadFromStaff(post.Body);
        var namesakes = post[NewAttendeeModel.OthersField].Length > 0 || post.Problems[NewAttendeeModel.OthersField] is not null
            ? await NamesakesAsync(session.Id, typed, FormOf(post), cancellation) : [];
        return new(post.Frame, session, typed, FormOf(post), post.Problems)
        {
            Registered = await FindRegisteredAsync(session.Id, typed, cancellation),
            Namesakes = namesakes,
            AreOthers = post[NewAttendeeModel.OthersField] == NewAttendeeModel.OthersOf(namesakes),
        };
    }

    /// <summary>
    /// Who is registered under the name that was typed, but with another address. The same form posted twice is the same person by the
    /// rules that hold for everybody.
    /// </summary>
    async Task<IReadOnlyList<Attendee>> NamesakesAsync(
        SessionId session, RegistrationFields typed, string form, CancellationToken cancellation)
    {
        var own = RegistrationCheck.ReadAddress(typed, OfNobodyElse(form, typed)) is ({ } email, _)
            ? Applicant.KeyOf(email, typed.FirstName, typed.LastName, hash) : null;
        return await store.ExpectedAsync(session, cancellation)
            .Where(attendee => attendee.Key != own && Applicant.IsNamed(attendee, typed.FirstName, typed.LastName))
            .OrderBy(attendee => attendee.Place).ToListAsync(cancellation);
    }

    /// <summary>
    /// Who is registered under the name and the address that were typed. A visitor is not told, since an address may be somebody else's;
    /// staff are, or what they typed would be dropped without a word.
    /// </summary>
    async Task<Attendee?> FindRegisteredAsync(SessionId session, RegistrationFields typed, CancellationToken cancellation) =>
        EmailAddress.Read(typed.Email).Address is { } email ? await store.ExpectedAsync(session, cancellation).FirstOrDefaultAsync(
            attendee => attendee.Email.Canonical == email.Canonical && Applicant.IsNamed(attendee, typed.FirstName, typed.LastName),
            cancellation) : null;

    async Task<StaffDone?> AddAsync(Session session, StaffPost post, CancellationToken cancellation)
    {
        // only the person themselves can ask for the newsletter
        var typed = RegistrationFields.ReadFromStaff(post.Body) with { Newsletter = false };
        var nobodyElse = OfNobodyElse(FormOf(post), typed);
        var (applicants, problems) = RegistrationCheck.Check(session.Id, typed, postedFrom: "", Language.German, nobodyElse);
        foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
        if (problems.Any) return null;

        if (await FindRegisteredAsync(session.Id, typed, cancellation) is not null)
        {
            post.Problems.Add("email", "E-Mail-Adresse: Diese Person ist damit schon angemeldet, vielleicht eben durch Sie. Dieses Mal wurde nichts gespeichert; was Sie eingegeben haben, steht noch hier.");
            return null;
        }

        var namesakes = await NamesakesAsync(session.Id, typed, FormOf(post), cancellation);
        if (namesakes.Count > 0 && post[NewAttendeeModel.OthersField] != NewAttendeeModel.OthersOf(namesakes))
        {
            post.Problems.Add(NewAttendeeModel.OthersField, "Unter diesem Namen ist schon jemand angemeldet. Bitte bestätigen Sie, dass es eine andere Person ist.");
            return null;
        }

        var outcome = await desk.TakeAsync(applicants);
        if (outcome is SeatOutcome.ModeMissing)
            post.Problems.Add(RegistrationCheck.AttendanceField, RegistrationCheck.AttendanceMissing.German);
        else if (outcome is SeatOutcome.NotOpen { Why: var why }) post.Problems.Add("inhalt", why.German);
        else if (outcome is not SeatOutcome.Received) post.Problems.Add("inhalt", "Diesen Termin gibt es nicht.");
        else if (await FindRegisteredAsync(session.Id, typed, cancellation) is { } registered
            && LostOf(applicants[0].For(session), registered) is { Count: > 0 } lost)
            post.Problems.Add("email", "E-Mail-Adresse: Im selben Augenblick hat jemand anders diese Person angemeldet. Von Ihren Angaben "
                + $"ist nicht gespeichert: {string.Join(", ", lost)}. Sie stehen noch hier; bitte ergänzen Sie sie bei der Anmeldung.");
        return post.Problems.Any ? null : new(AttendeePages.ListOf(session.Id), await StatusAsync(session, applicants[0], cancellation),
            "Anmeldung eingetragen", $"Termin {session.Id}");
    }

    /// <summary>
    /// What was typed and is not in the registration, because somebody else registered the person in between: a registration that is there
    /// already is never overwritten.
    /// </summary>
    static List<string> LostOf(Applicant applicant, Attendee registered) =>
    [
        .. new (string Name, bool IsLost)[]
        {
            ("Unternehmen", applicant.Company.Length > 0 && applicant.Company != registered.Company),
            ("Branche", applicant.Sector != Sector.Unstated && applicant.Sector != registered.Sector),
            ("Region", applicant.Region != Region.Unstated && applicant.Region != registered.Region),
            ("Frage", applicant.Question.Length > 0 && applicant.Question != registered.Question),
            ("Bedarf", applicant.Needs.Any && applicant.Needs != registered.Needs),
            ("Telefon", applicant.Phone.Length > 0 && applicant.Phone != registered.Phone),
            ("Teilnahme", applicant.Mode is { } mode && mode != registered.Mode),
        }.Where(field => field.IsLost).Select(field => field.Name),
    ];

    /// <summary>Nobody shares the address, so the answer may tell how the person stands.</summary>
    async Task<string> StatusAsync(Session session, Applicant applicant, CancellationToken cancellation)
    {
        if (applicant.Email.HasMailbox)
            return "Die Anmeldung ist aufgenommen. " + (await attendees.IsBlockedAsync(applicant.Email, cancellation)
                ? AttendeePages.Blocked : "Die Person bekommt eine E-Mail, die ihr sagt, ob sie einen Platz hat oder wartet.");

        var attendee = await store.FindAttendeeAsync(applicant.Session, applicant.KeyBy(hash), cancellation);
        return $"Die Person {(attendee is { State: AttendeeState.Seated } ? "hat einen Platz" : "steht auf der Warteliste")}. Bitte sagen Sie es ihr gleich: Ohne "
            + "E-Mail-Adresse geht keine Bestätigung hinaus."
            + (session.OnlineLink is null || attendee is not { State: AttendeeState.Seated, Mode: AttendanceMode.Online } ? "" : " Den Zugang zur Online-Teilnahme finden Sie bei ihrer Anmeldung.")
            + (applicant.Phone.Length > 0 ? "" : $" {AttendeePages.NotReachable}");
    }

    /// <summary>Two callers never have the same, and one whose form is posted twice is registered once.</summary>
    EmailAddress OfNobodyElse(string form, RegistrationFields typed) => EmailAddress.OfNobodyElse(
        hash.Of("caller", form, Applicant.FoldedText(typed.FirstName), Applicant.FoldedText(typed.LastName)));

    static string FormOf(StaffPost post) =>
        Guid.TryParseExact(post[NewAttendeeModel.FormField], "N", out _) ? post[NewAttendeeModel.FormField] : NewAttendeeModel.NewForm();
}
