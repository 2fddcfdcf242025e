using System.Diagnostics.CodeAnalysis;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Work on many rows at once: pages of recipients, batches of mails. The host hands over up to 24 messages of a queue; here they wait until
/// few others are worked on, so that an instance needs the same memory for a list of any length.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "lives as long as the process; a SemaphoreSlim without a wait handle holds nothing")]
public sealed class FewAtOnce
{
    /// <summary>A request to the mail service takes some hundred milliseconds and 500 mails: thousands a second are sent all the same.</summary>
    const int Most = 4;

    readonly SemaphoreSlim free = new(Most, Most);

    public async Task RunAsync(Func<Task> work, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
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
