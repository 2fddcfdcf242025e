using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Registration.Needs;

/// <summary>
/// Every hour, staff are told of what attendees need to take part and nobody has answered yet, once for each need: there is something to be
/// arranged, so that it must not wait for the eve of the session.
/// </summary>
public sealed class SendNeeds(
    ProgrammeQuery programme, RegistrationStore store, StaffNotices staff, MessageSender messages, TimeProvider clock)
{
    [Function(nameof(SendNeeds))]
    public async Task Run([TimerTrigger("0 37 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var toCome = (await programme.AllAsync(cancellation)).Where(session => !session.IsCancelled && now < session.Start);
        await IndependentItems.ForEachAsync(toCome, session => SendAsync(session, now, cancellation), cancellation);
    }

    async Task SendAsync(Session session, DateTimeOffset now, CancellationToken cancellation)
    {
        var news = await store.WithOpenNeedsAsync(session.Id, cancellation).Where(attendee => attendee.NeedState == NeedState.New)
            .ToListAsync(cancellation);
        if (news is []) return;

        var occasion = $"needs-{Berlin.Local(now):yyyyMMddHHmm}";
        foreach (var mail in await store.AddMailsAsync(
            session.Id, occasion, NeedDigest.KindName, staff.Staff.Select(staff.RecipientOf), now, cancellation))
            await messages.SendAsync(Queues.Deliveries, mail.ToString(), cancellation: cancellation);

        // after the mails are stored: a need may be told twice, and never not at all
        foreach (var attendee in news) await MarkAsync(attendee, cancellation);
    }

    Task MarkAsync(Attendee told, CancellationToken cancellation) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            var attendee = await store.FindAttendeeAsync(told.Session, told.Key, cancellation);
            if (attendee is not { NeedState: NeedState.New } || attendee.Needs != told.Needs) return;

            await store.ReplaceAsync(attendee with { NeedState = NeedState.Told }, cancellation);
        },
        cancellation);
}
