using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>
/// Brings a document into line with its material as it is now, in the order in which <see cref="Publisher"/> does it for a session: entry,
/// stored files, material; what is written holds only if entry and PDF are still as read. So whoever wrote last had seen the newest
/// material, one who was overtaken looks again, and what was cut off is simply done once more.
/// </summary>
public sealed partial class Press(PublicationStore store, ProductMetrics metrics, ILogger<Press> log) : IDisposable
{
    const int Attempts = 20;

    /// <summary>One at a time in a process: a year's pictures stand in memory.</summary>
    readonly SemaphoreSlim turn = new(1);

    /// <param name="path">The document.</param>
    /// <param name="look">Finds its material as it is now.</param>
    /// <param name="quiet">How long the material must have rested: many changes in a row make one edition.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <returns>How long to wait and try again; zero if all is done.</returns>
    public async Task<TimeSpan> PublishAsync(DocumentPath path, Func<CancellationToken, Task<Material>> look, TimeSpan quiet, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var entry = await store.FindAsync(path, cancellation) ?? Publication.New(path);
                var files = await store.FilesAsync(path, cancellation);
                var material = await look(cancellation);
                if (material.Rested < quiet) return quiet - material.Rested;
                if (entry.Handled == material.Fingerprint && files.Match(entry.Edition?.Version)) return TimeSpan.Zero;
                if (await TryHandleAsync(entry with { Handled = material.Fingerprint }, files, await material.MakeAsync(cancellation), cancellation)) return TimeSpan.Zero;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException($"The material of {path.Pdf} did not come to rest."); // the host tries again later
    }

    public void Dispose() => turn.Dispose();

    async Task<bool> TryHandleAsync(Publication entry, StoredFiles files, Work work, CancellationToken cancellation)
    {
        switch (work)
        {
            case Work.Ready ready:
                await using (ready.Pdf)
                {
                    return await store.TryPutAsync(files, ready, cancellation)
                        && await TryEndAsync(entry with { Edition = ready.Edition }, files, "published", cancellation);
                }

            case Work.Nothing:
                return await TryEndAsync(entry with { Edition = null }, files, "withdrawn", cancellation);
            case Work.Refused:
                return await TryEndAsync(entry, files, "refused", cancellation);
            default:
                return false;
        }
    }

    /// <summary>The entry decides; after that, files that were there before and are not needed any more go.</summary>
    async Task<bool> TryEndAsync(Publication entry, StoredFiles files, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation)) return false;

        await store.RemoveAsync(files.NotNeededBy(entry.Edition?.Version), cancellation);
        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Path.Pdf, outcome, entry.Handled);
        return true;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Document {Path} is {Outcome}, material {Fingerprint}")]
        public static partial void Ended(ILogger log, string path, string outcome, string? fingerprint);
    }
}
