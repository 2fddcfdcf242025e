using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>A session changed in the programme: its seats row takes over capacity and opening.</summary>
public sealed class FollowProgramme(ProgrammeQuery programme, SeatLedger ledger)
{
    [Function(nameof(FollowProgramme))]
    public async Task Run([QueueTrigger(Queues.SessionChanges, Connection = "Storage")] string message, CancellationToken cancellation)
    {
        if (SessionId.Parse(message) is { } id && await programme.FindAsync(id, cancellation) is { } session)
            await ledger.FollowAsync(session, cancellation);
    }
}
