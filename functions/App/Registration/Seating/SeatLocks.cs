using System.Collections.Concurrent;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Registration.Seating;

/// <summary>One <see cref="SeatLock"/> a session.</summary>
public sealed class SeatLocks
{
    readonly ConcurrentDictionary<SessionId, SeatLock> locks = new();

    internal SeatLock Of(SessionId session) => locks.GetOrAdd(session, _ => new());

    /// <summary>Anybody can make up ids of sessions; none of them is remembered.</summary>
    internal void Forget(SessionId unknown) => locks.TryRemove(unknown, out _);

    /// <summary>Changes the seats row while nobody in this process gives out seats.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="attempt">Reads, decides and writes; again if another process was faster.</param>
    /// <param name="cancellation">Gives up.</param>
    internal Task<T> ChangeAsync<T>(SessionId session, Func<Task<T>> attempt, CancellationToken cancellation) =>
        Of(session).RunAsync(() => OptimisticConcurrency.RetryAsync(attempt, cancellation), cancellation);

    /// <inheritdoc cref="ChangeAsync{T}"/>
    internal Task ChangeAsync(SessionId session, Func<Task> attempt, CancellationToken cancellation) => ChangeAsync(
        session,
        async () =>
        {
            await attempt();
            return true;
        },
        cancellation);
}
