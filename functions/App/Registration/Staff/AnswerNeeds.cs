using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Needs;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// <c>/redaktion/bedarf</c>: what attendees of sessions to come need to take part, to be granted or declined, and
/// otherwise than before until the session begins. The answer and its mail are one transaction.
/// </summary>
public sealed class AnswerNeeds(
    ProgrammeQuery programme, RegistrationStore store, SeatStore seats, UnreachedAttendees unreached, StaffArea staff, TimeProvider clock)
{
    const string Route = "redaktion/bedarf";
    public const string Path = "/" + Route;

    const int MaxAnswerLength = 500;

    [Function(nameof(ShowNeeds))]
    public async Task<IResult> ShowNeeds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(await ModelAsync(staff.FrameOf(request), FieldProblems.None, cancellation));

    [Function(nameof(AnswerNeeds))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<NeedsPage>(request, async post =>
        {
            var (person, text) = (post["person"], post["text"].Trim().ReplaceLineEndings(" "));
            NeedState? decision = post["answer"] switch { "granted" => NeedState.Granted, "declined" => NeedState.Declined, _ => null };
            if (decision is null || text.Length > MaxAnswerLength || SessionId.Parse(post["session"]) is not { } session)
            {
                post.Problems.Add(NeedsModel.FieldOf(post["session"], person),
                    $"Bitte wählen Sie „Zusagen“ oder „Ablehnen“; die Nachricht hat höchstens {MaxAnswerLength} Zeichen.");
                return null;
            }

            var isNew = false;
            if (!await IsAheadAsync(session, cancellation))
                post.Problems.Add("inhalt", "Der Termin hat begonnen oder fällt aus: Dazu ist nichts mehr zu beantworten.");
            else if (await AnswerAsync(session, person, post[FormVersion.Field], decision.Value, text, cancellation) is { } stored)
                isNew = stored;
            else
                post.Problems.Add("inhalt", "Das hat inzwischen jemand anders beantwortet, oder es ist nicht mehr nötig. Ihre Antwort ist "
                    + "nicht gespeichert und wurde nicht gesendet; was jetzt gilt, steht bei der Person.");
            if (post.Problems.Any) return null;

            return new(Path, isNew
                    ? "Die Antwort ist gespeichert. Sie geht per E-Mail an die Person; wen keine erreicht, steht unter „Heute“."
                    : "Diese Antwort war schon gespeichert; noch einmal geht sie nicht hinaus.",
                decision == NeedState.Granted ? "Bedarf zugesagt" : "Bedarf abgelehnt", $"Anmeldung zu {session}");
        }, async post => await ModelAsync(post.Frame, post.Problems, cancellation) with
        {
            Refused = (NeedsModel.FieldOf(post["session"], post["person"]), post["text"]),
        }, cancellation);

    /// <returns>Whether it is new; the same once more is told to nobody. null if this is not the answer.</returns>
    async Task<bool?> AnswerAsync(
        SessionId session, string key, string version, NeedState decision, string answer, CancellationToken cancellation)
    {
        var (isAnswer, isNew) = (false, false);
        await OptimisticConcurrency.RetryAsync(async () =>
        {
            var attendee = await store.FindAttendeeAsync(session, key, cancellation);
            var isSame = attendee?.NeedState == decision && attendee.NeedAnswer == answer;
            var isOpen = attendee is { State: not AttendeeState.Cancelled, Needs.Any: true } && NeedsModel.VersionOf(attendee) == version;
            isAnswer = isSame || isOpen;
            if (!isOpen || isSame) return;

            isNew = true; // whatever becomes of the answer of storage
            await seats.Begin(session).PutAnswer(attendee!, decision, answer, clock.GetUtcNow()).SubmitAsync(cancellation);
        }, cancellation);
        return isAnswer ? isNew : null;
    }

    async Task<bool> IsAheadAsync(SessionId id, CancellationToken cancellation) =>
        await programme.FindAsync(id, cancellation) is { } session && IsAhead(session);

    bool IsAhead(Session session) => !session.IsCancelled && clock.GetUtcNow() < session.Start;

    async Task<NeedsModel> ModelAsync(StaffFrame frame, FieldProblems problems, CancellationToken cancellation)
    {
        List<NeedsOfSession> all = [];
        foreach (var session in (await programme.AllAsync(cancellation)).Where(IsAhead))
        {
            var attendees = await store.WithNeedsAsync(session.Id, cancellation).OrderBy(attendee => attendee.Place)
                .ToListAsync(cancellation);
            if (attendees.Count > 0) all.Add(new(session, attendees)
            {
                Lost = await unreached.OfAsync(session.Id, cancellation),
            });
        }

        return new(frame, all, problems);
    }
}
