using System.Diagnostics.CodeAnalysis;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Work on many rows at once: pages of recipients, batches of mails. The host hands over up to 24 messages of a queue; here they wait until
/// few others are worked on, so that an instance needs the same memory for a list of any length.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
public sealed class FewAtOnce
{
    const int Most = 4;

    /// <summary>
    /// Ends well before the ten minutes that a function has (host.json). Only while the mail service does not answer does it take so long.
    /// </summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim free = new(Most, Most);

    /// <exception cref="TimeoutException">The others took too long; the message comes again.</exception>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellation)
    {
        if (!await free.WaitAsync(LongestWait, cancellation)) throw new TimeoutException("Others took too long.");

        try
        {
            await work();
        }
        finally
        {
            free.Release();
        }
    }
}
