using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>A session changed in the programme: its seats row takes over the capacity, and who waits moves up.</summary>
public sealed class FollowProgramme(ProgrammeQuery programme, SeatLedger ledger, TimeProvider clock)
{
    [Function(nameof(FollowProgramme))]
    public async Task Run([QueueTrigger(Queues.SessionChanges, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var session = SessionId.Parse(message) ?? throw new FormatException("The message is not a session's id.");
        await ledger.FollowAsync(session, cancellation);
    }

    /// <summary>The same for every session to come, in case a message got lost.</summary>
    [Function(nameof(FollowWholeProgramme))]
    public async Task FollowWholeProgramme([TimerTrigger("0 10/15 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var toCome = (await programme.AllAsync(cancellation)).Where(session => !session.IsPastAt(clock.GetUtcNow()));
        await OneByOne.ForEachAsync(toCome, session => ledger.FollowAsync(session.Id, cancellation), cancellation);
    }
}
