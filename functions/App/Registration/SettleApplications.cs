using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>
/// Settles applications from addresses that are known, after they were answered. An application is a row until it is settled, so that one
/// whose message got lost is found again.
/// </summary>
public sealed class SettleApplications(
    SeatLedger ledger, ProgrammeQuery programme, RegistrationStore store, MessageSender messages, TimeProvider clock)
{
    [Function(nameof(SettleApplication))]
    public async Task SettleApplication([QueueTrigger(Queues.Applications, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        if (message.Split('/') is not [var id, var key] || SessionId.Parse(id) is not { } session)
            throw new FormatException("The message is not a session and an application's key.");

        await ledger.SettleAsync(session, key, cancellation);
    }

    [Function(nameof(RecoverApplications))]
    public async Task RecoverApplications([TimerTrigger("0 2/5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var ahead = (await programme.AllAsync(cancellation)).Where(session => !session.IsPastAt(now));
        await OneByOne.ForEachAsync(ahead, session => OneByOne.ForEachAsync(store.ApplicationsAsync(session.Id, cancellation),
            application => messages.SendAsync(Queues.Applications, $"{session.Id}/{application}", cancellation: cancellation),
            cancellation), cancellation);
    }
}
