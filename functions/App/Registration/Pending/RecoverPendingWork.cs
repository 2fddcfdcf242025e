using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>Finds pending work whose message got lost, and sends it again.</summary>
public sealed class RecoverPendingWork(ProgrammeQuery programme, PendingStore pending, MessageSender messages, TimeProvider clock)
{
    [Function(nameof(RecoverPendingWork))]
    public async Task Run([TimerTrigger("0 2/5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ahead = (await programme.AllAsync(cancellation)).Where(session => !session.IsPastAt(now));
        await IndependentItems.ForEachAsync(ahead.SelectMany(_ => PendingWork.All, (session, work) => (session.Id, Work: work)),
            kind => SendAsync(kind.Id, kind.Work, now, cancellation), cancellation);
    }

    Task SendAsync(
        SessionId session, PendingWork work, DateTimeOffset now, CancellationToken cancellation) => IndependentItems.ForEachAsync(
        pending.TakeLostAsync(session, work, now, cancellation),
        key => messages.SendAsync(work.Queue, new RegistrationId(session, key).ToString(), cancellation: cancellation), cancellation);
}
