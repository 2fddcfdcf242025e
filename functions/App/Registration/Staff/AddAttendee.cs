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
/// Who has no address is told by telephone.
/// </summary>
public sealed class AddAttendee(AttendeePages attendees, RegistrationStore store, SeatDesk desk, RowKeyHash hash, StaffArea staff)
{
    const string Route = AttendeePages.ListRoute + "/neu";

    [Function(nameof(ShowNewAttendee))]
    public Task<IResult> ShowNewAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id, CancellationToken cancellation) => attendees.WithSessionAsync(request, id, session =>
            staff.ShowAsync(new NewAttendeeModel(
                staff.FrameOf(request), session, RegistrationFields.Empty, NewAttendeeModel.NewForm(), FieldProblems.None)
            {
                WhyClosed = attendees.WhyClosed(session),
            }),
            cancellation);

    [Function(nameof(AddAttendee))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, session => staff.ActAsync<NewAttendeePage>(request,
            post => AddAsync(session, post, cancellation),
            post => Task.FromResult<IModelOf<NewAttendeePage>>(
                new NewAttendeeModel(post.Frame, session, RegistrationFields.ReadFromStaff(post.Body), FormOf(post), post.Problems)),
            cancellation, RegistrationFields.Lists), cancellation);

    async Task<StaffDone?> AddAsync(Session session, StaffPost post, CancellationToken cancellation)
    {
        // only the person themselves can ask for the newsletter
        var typed = RegistrationFields.ReadFromStaff(post.Body) with { Newsletter = false };
        var nobodyElse = OfNobodyElse(FormOf(post), typed);
        var (applicants, problems) = RegistrationCheck.Check(session.Id, typed, postedFrom: "", Language.German, nobodyElse);
        foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
        if (problems.Any) return null;

        var outcome = await desk.TakeAsync(applicants);
        if (outcome is SeatOutcome.ModeMissing)
            post.Problems.Add(RegistrationCheck.AttendanceField, RegistrationCheck.AttendanceMissing.German);
        else if (outcome is SeatOutcome.NotOpen { Why: var why }) post.Problems.Add("inhalt", why.German);
        else if (outcome is not SeatOutcome.Received) post.Problems.Add("inhalt", "Diesen Termin gibt es nicht.");
        return post.Problems.Any ? null : new(AttendeePages.ListOf(session.Id), await StatusAsync(session, applicants[0], cancellation),
            "Anmeldung eingetragen", $"Termin {session.Id}");
    }

    /// <summary>Nobody shares the address, so the answer may tell how the person stands.</summary>
    async Task<string> StatusAsync(Session session, Applicant applicant, CancellationToken cancellation)
    {
        if (applicant.Email.HasMailbox)
            return "Die Anmeldung ist aufgenommen. Die Person bekommt eine E-Mail, die ihr sagt, ob sie einen Platz hat oder wartet.";

        var attendee = await store.FindAttendeeAsync(applicant.Session, applicant.KeyBy(hash), cancellation);
        return $"Die Person {(attendee is { State: AttendeeState.Seated } ? "hat einen Platz" : "steht auf der Warteliste")}. Bitte sagen Sie es ihr gleich: Ohne "
            + "E-Mail-Adresse geht keine Bestätigung hinaus."
            + (session.OnlineLink is null || attendee is not { State: AttendeeState.Seated, Mode: AttendanceMode.Online } ? "" : " Den Zugang zur Online-Teilnahme finden Sie bei ihrer Anmeldung.");
    }

    /// <summary>Two callers never have the same, and one whose form is posted twice is registered once.</summary>
    EmailAddress OfNobodyElse(string form, RegistrationFields typed) => EmailAddress.OfNobodyElse(
        hash.Of("caller", form, Applicant.FoldedText(typed.FirstName), Applicant.FoldedText(typed.LastName)));

    static string FormOf(StaffPost post) =>
        Guid.TryParseExact(post[NewAttendeeModel.FormField], "N", out _) ? post[NewAttendeeModel.FormField] : NewAttendeeModel.NewForm();
}
