using Azure;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Optimistic concurrency: a write is conditional on the ETag that was read; if the row has changed since then, it is read and decided
/// again.
/// </summary>
static class OptimisticConcurrency
{
    /// <summary>
    /// Whenever one writer fails, another has succeeded, so contention ends long before; after so many tries the cause is another one.
    /// </summary>
    const int MaxTries = 100;

    const int MaxJitter = 20; // milliseconds; instances that try at once must not step on each other's feet for ever

    /// <param name="attempt">Reads, decides and writes; it fails with 409, 412 or 404 where somebody else made, changed or erased a row in
    /// between.</param>
    /// <param name="cancellation">Gives up between two tries.</param>
    /// <exception cref="RequestFailedException">The last of too many tries; a request is answered 503, a message comes again.</exception>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (RequestFailedException failure) when (IsOvertaken(failure) && tries < MaxTries)
            {
                await Task.Delay(Random.Shared.Next(MaxJitter), cancellation);
            }
        }
    }

    /// <inheritdoc cref="RetryAsync{T}"/>
    public static Task RetryAsync(Func<Task> attempt, CancellationToken cancellation) => RetryAsync(
        async () =>
        {
            await attempt();
            return true;
        },
        cancellation);

    /// <param name="write">A single write or transaction, conditional on what was read.</param>
    /// <returns>False if somebody else made, changed or erased a row, or a blob, in between: nothing was written.</returns>
    public static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException failure) when (IsOvertaken(failure))
        {
            return false;
        }
    }

    /// <summary>A table or container that is missing is not another writer's doing: it does not come by trying again.</summary>
    static bool IsOvertaken(RequestFailedException failure) => failure.Status is 404 or 409 or 412
        && failure.ErrorCode is not ("TableNotFound" or "TableBeingDeleted" or "ContainerNotFound" or "ContainerBeingDeleted");
}
