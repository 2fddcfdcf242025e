namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// Makes sure that a process makes only one document at a time, because the decoded pictures of a document need up to 80 MB of memory each.
/// An attempt that lost a race against another process is repeated.
/// </summary>
public sealed class OneAtATime : IDisposable
{
    const int MaxAttempts = 20;

    readonly SemaphoreSlim free = new(1);

    /// <param name="what">The document.</param>
    /// <param name="attempt">Returns how long to wait before trying again, zero if the work is done, null if another process was
    /// faster.</param>
    internal async Task<TimeSpan> RunAsync(string what, Func<Task<TimeSpan?>> attempt, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            for (var attempts = 0; attempts < MaxAttempts; attempts++)
            {
                if (await attempt() is { } wait) return wait;
            }
        }
        finally
        {
            free.Release();
        }

        throw new InvalidOperationException($"The source of {what} kept changing."); // the host delivers the message again later
    }

    public void Dispose() => free.Dispose();
}
