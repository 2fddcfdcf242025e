namespace ThaffFunctions.Documentation;

/// <summary>One document at a time in a process, of whatever kind, since its pictures stand in memory unpacked, up to 80 MB each; and again until nobody was there in between.</summary>
public sealed class Turn : IDisposable
{
    const int Attempts = 20;

    readonly SemaphoreSlim turn = new(1);

    /// <param name="what">The document.</param>
    /// <param name="attempt">How long to wait and try again, zero if all is done; null if somebody else was there and everything is to be looked at again.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TimeSpan> TakeAsync(string what, Func<Task<TimeSpan?>> attempt, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempts = 0; attempts < Attempts; attempts++)
            {
                if (await attempt() is { } wait) return wait;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException($"What {what} is made of did not come to rest."); // the host tries again later
    }

    public void Dispose() => turn.Dispose();
}
