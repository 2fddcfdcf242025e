using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration;

/// <summary>Pending work of one kind: done once its row is gone.</summary>
sealed class FinishedPendingWork(PendingWork work, PendingStore pending) : IFinishedWork
{
    public string Queue => work.Queue;

    public async Task<bool> IsDoneAsync(string message, CancellationToken cancellation) =>
        message.Split('/') is [var id, var key] && SessionId.Parse(id) is { } session
        && !await pending.ContainsAsync(session, work, key, cancellation);
}
