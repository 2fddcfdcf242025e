using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>Settles applications from addresses that are known, after they were answered.</summary>
public sealed class SettleApplication(SeatLedger ledger)
{
    [Function(nameof(SettleApplication))]
    public async Task Run([QueueTrigger(Queues.Applications, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        if (message.Split('/') is not [var id, var key] || SessionId.Parse(id) is not { } session)
            throw new FormatException("The message is not a session and an application's key.");

        await ledger.SettleAsync(session, key, cancellation);
    }
}
