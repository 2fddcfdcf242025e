using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// Registers somebody who called, by the rules that hold for everybody: a seat or a place on the waiting list, and a mail that tells it.
/// </summary>
public sealed class AddAttendee(AttendeePages attendees, SeatLedger ledger, StaffArea staff)
{
    const string Route = AttendeePages.ListRoute + "/neu";

    [Function(nameof(ShowNewAttendee))]
    public Task<IResult> ShowNewAttendee([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string id, CancellationToken cancellation) => attendees.WithSessionAsync(id, session =>
            staff.ShowAsync(new NewAttendeeModel(staff.FrameOf(request), session, RegistrationFields.Empty, FieldProblems.None)),
            cancellation);

    [Function(nameof(AddAttendee))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(id, session => staff.ActAsync<NewAttendeePage>(request,
            post => AddAsync(session, post, cancellation),
            post => Task.FromResult<IModelOf<NewAttendeePage>>(
                new NewAttendeeModel(post.Frame, session, RegistrationFields.Read(post.Body), post.Problems)),
            cancellation), cancellation);

    async Task<StaffDone?> AddAsync(Session session, StaffPost post, CancellationToken cancellation)
    {
        // only the person themselves can ask for the newsletter
        var typed = RegistrationFields.Read(post.Body) with { Newsletter = false };
        var (applicants, problems) = RegistrationCheck.Check(session.Id, typed, postedFrom: "", Language.German);
        foreach (var (field, text) in problems.All) post.Problems.Add(field, text);
        if (problems.Any) return null;

        var outcome = await ledger.TakeAsync(applicants, cancellation);
        if (outcome is SeatOutcome.ModeMissing)
            post.Problems.Add(RegistrationCheck.AttendanceField, RegistrationCheck.AttendanceMissing.German);
        else if (outcome is SeatOutcome.NotOpen { Why: var why }) post.Problems.Add("inhalt", why.German);
        else if (outcome is not SeatOutcome.Received) post.Problems.Add("inhalt", "Diesen Termin gibt es nicht.");
        return post.Problems.Any ? null : new(AttendeePages.ListOf(session.Id),
            "Die Anmeldung ist aufgenommen. Die Person bekommt eine E-Mail, die ihr sagt, ob sie einen Platz hat oder wartet.",
            "Anmeldung eingetragen", $"Termin {session.Id}");
    }
}
