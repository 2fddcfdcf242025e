using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Questions;

/// <summary>
/// On the working day before a session, in the afternoon, staff get the questions that were asked at registration: one mail each, whose
/// delivery is written once.
/// </summary>
public sealed class SendQuestions(
    ProgrammeQuery programme, RegistrationStore store, StaffNotices staff, MessageSender messages, TimeProvider clock)
{
    static readonly TimeOnly Afternoon = new(14, 0);

    [Function(nameof(SendQuestions))]
    public async Task Run([TimerTrigger("0 7/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var next = (await programme.AllAsync(cancellation))
            .Where(session => !session.IsCancelled && now < session.Start && now >= DueBefore(session));
        await IndependentItems.ForEachAsync(next, session => SendAsync(session, now, cancellation), cancellation);
    }

    static DateTimeOffset DueBefore(Session session) =>
        Berlin.AtOrAfter(Holidays.WorkingDayBefore(Berlin.Date(session.Start)), Afternoon);

    async Task SendAsync(Session session, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await store.WithQuestionsAsync(session.Id, cancellation).AnyAsync(cancellation)) return;

        var occasion = $"questions-{Berlin.Date(session.Start):yyyyMMdd}";
        foreach (var mail in await store.AddMailsAsync(
            session.Id, occasion, QuestionDigest.KindName, staff.Staff.Select(staff.RecipientOf), now, cancellation))
            await messages.SendAsync(Queues.Deliveries, mail.ToString(), cancellation: cancellation);
    }
}
