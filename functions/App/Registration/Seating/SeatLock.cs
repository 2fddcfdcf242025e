using System.Diagnostics.CodeAnalysis;

namespace ThaffFunctions.Registration.Seating;

/// <summary>
/// Lets changes of one session's seats row wait for each other within this process, instead of failing on its ETag and trying again.
/// Between processes the ETag alone decides.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
sealed class SeatLock
{
    readonly SemaphoreSlim free = new(1, 1);

    /// <param name="change">Runs while no other change of this session runs in this process.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> change, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return await change();
        }
        finally
        {
            free.Release();
        }
    }
}
