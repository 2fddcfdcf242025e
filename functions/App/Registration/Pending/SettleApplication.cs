using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>Settles applications from addresses that are known, after they were answered.</summary>
public sealed class SettleApplication(ReturningApplicants returning)
{
    [Function(nameof(SettleApplication))]
    public async Task Run([QueueTrigger(Queues.Applications, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var (session, key) = RegistrationId.Parse(message);
        await returning.SettleAsync(session, key, cancellation);
    }
}
