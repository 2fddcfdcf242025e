using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Pending;

/// <summary>Pending work of one kind: done once its row is gone.</summary>
sealed class PendingWorkCompletion(PendingWork work, PendingStore pending) : IMessageCompletion
{
    public string Queue => work.Queue;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        RegistrationId.TryParse(message) is var (session, key) && !await pending.ContainsAsync(session, work, key, cancellation);
}
