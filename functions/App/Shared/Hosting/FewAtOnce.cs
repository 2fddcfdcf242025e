using System.Diagnostics.CodeAnalysis;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Work on many rows: ranges of recipients, batches of mails. The host hands over up to 24 messages of a queue; here they wait for those
/// that are worked on, so that an instance needs the same memory for a list of any length.
/// </summary>
/// <param name="most">How many are worked on at the same time.</param>
/// <param name="clock">Tells how long others have waited.</param>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
public sealed class FewAtOnce(int most, TimeProvider clock)
{
    /// <summary>
    /// Together with the work it ends before the ten minutes that a function has (host.json). Only while the mail service does not answer
    /// does it take so long.
    /// </summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim free = new(most, most);

    /// <returns>False if the others took too long: the work was not begun.</returns>
    public async Task<bool> TryRunAsync(Func<Task> work, CancellationToken cancellation)
    {
        if (!await HasRoomAsync(cancellation)) return false;

        try
        {
            await work();
            return true;
        }
        finally
        {
            free.Release();
        }
    }

    async Task<bool> HasRoomAsync(CancellationToken cancellation)
    {
        using var waited = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(waited.Token, cancellation);
        try
        {
            await free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (waited.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
