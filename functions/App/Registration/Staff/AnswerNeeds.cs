using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// <c>/redaktion/bedarf</c>: what attendees of sessions to come need to take part, to be granted or declined. The answer and its mail are
/// one transaction.
/// </summary>
public sealed class AnswerNeeds(
    ProgrammeQuery programme, RegistrationStore store, MessageSender messages, PageRenderer pages, TimeProvider clock)
{
    public const string Route = "redaktion/bedarf";

    const int MostAnswerLength = 500;

    [Function(nameof(ShowNeeds))]
    public async Task<IResult> ShowNeeds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync(await ModelAsync(request.Query["stand"] == "beantwortet", cancellation));

    [Function(nameof(AnswerNeeds))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var (body, refusal) = await FormBody.ReadAsync(request, cancellation);
        if (body is null) return await refusal!.ToResultAsync(pages);

        var answer = body["text"].Trim().ReplaceLineEndings(" ");
        NeedState? decision = body["answer"] switch { "granted" => NeedState.Granted, "declined" => NeedState.Declined, _ => null };
        if (decision is null || answer.Length > MostAnswerLength || SessionId.Parse(body["session"]) is not { } session)
            return await pages.ShowAsync(await ModelAsync(isAnswered: false, cancellation) with
            {
                Problem = $"Bitte wählen Sie „Zusagen“ oder „Absagen“; die Nachricht hat höchstens {MostAnswerLength} Zeichen.",
                Refused = (body["person"], answer),
            }, StatusCodes.Status422UnprocessableEntity);

        await AnswerAsync(session, body["person"], decision.Value, answer, cancellation);
        return new SeeOther($"/{Route}?stand=beantwortet");
    }

    async Task AnswerAsync(SessionId session, string key, NeedState decision, string answer, CancellationToken cancellation)
    {
        var next = await Overtaken.DecideAgainAsync(
            async () => await store.FindAttendeeAsync(session, key, cancellation) is { HasOpenNeed: true } attendee
                ? await store.Begin(session).Put(attendee with { NeedState = decision, NeedAnswer = answer })
                    .AddMail(NeedAnswerMail.KindName, key, clock.GetUtcNow()).SubmitAsync(cancellation)
                : [],
            cancellation);
        foreach (var (queue, id) in next) await messages.SendAsync(queue, id, cancellation: cancellation);
    }

    async Task<NeedsModel> ModelAsync(bool isAnswered, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        List<NeedsOfSession> all = [];
        foreach (var session in (await programme.AllAsync(cancellation)).Where(session => !session.IsCancelled && now < session.Start))
        {
            var attendees = await store.ExpectedAsync(session.Id, cancellation).Where(attendee => attendee.Needs.Any)
                .OrderBy(attendee => attendee.Place).ToListAsync(cancellation);
            if (attendees.Count > 0) all.Add(new(session, attendees));
        }

        return new(all, isAnswered);
    }
}
