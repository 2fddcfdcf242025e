using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>
/// Brings a document into line with its material as it is now, in the order in which <see cref="Publisher"/> does it for a session: entry,
/// stored files, material; what is written holds only if the entry is still as read. So whoever wrote last had seen the newest material, one
/// who was overtaken looks again, and what was cut off is simply done once more.
/// </summary>
public sealed partial class Press(PublicationStore store, ProductMetrics metrics, ILogger<Press> log) : IDisposable
{
    readonly Turn turn = new();

    /// <param name="path">The document.</param>
    /// <param name="look">Finds its material as it is now.</param>
    /// <param name="quiet">How long the material must have rested: many changes in a row make one edition.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <returns>How long to wait and try again; zero if all is done.</returns>
    public Task<TimeSpan> PublishAsync(DocumentPath path, Func<CancellationToken, Task<Material>> look, TimeSpan quiet, CancellationToken cancellation) =>
        turn.TakeAsync(path.ToString(), () => TryAsync(path, look, quiet, cancellation), cancellation);

    /// <summary>Whether nothing is to be done.</summary>
    public async Task<bool> IsInLineAsync(DocumentPath path, Material material, CancellationToken cancellation)
    {
        var (entry, files) = await SeeAsync(path, cancellation);
        return IsInLine(entry, files, material);
    }

    public void Dispose() => turn.Dispose();

    static bool IsInLine(Publication entry, StoredFiles files, Material material) => entry.Handled == material.Fingerprint && files.Match(entry.Edition?.Version);

    async Task<(Publication Entry, StoredFiles Files)> SeeAsync(DocumentPath path, CancellationToken cancellation) =>
        (await store.FindAsync(path, cancellation) ?? Publication.New(path), await store.FilesAsync(path, cancellation));

    async Task<TimeSpan?> TryAsync(DocumentPath path, Func<CancellationToken, Task<Material>> look, TimeSpan quiet, CancellationToken cancellation)
    {
        var (entry, files) = await SeeAsync(path, cancellation);
        var material = await look(cancellation);
        if (material.Rested < quiet) return quiet - material.Rested;
        if (IsInLine(entry, files, material)) return TimeSpan.Zero;

        var isDone = await TryHandleAsync(entry with { Handled = material.Fingerprint }, files, await material.MakeAsync(cancellation), cancellation)
            && (await look(cancellation)).Fingerprint == material.Fingerprint; // it may be as before again, and then nobody else had anything to do
        return isDone ? TimeSpan.Zero : null;
    }

    async Task<bool> TryHandleAsync(Publication entry, StoredFiles files, Work work, CancellationToken cancellation)
    {
        switch (work)
        {
            case Work.Ready ready:
                await using (ready.Pdf)
                {
                    await store.PutAsync(entry.Path, ready, cancellation);
                    return await TryEndAsync(entry with { Edition = ready.Edition }, files, "published", cancellation);
                }

            case Work.Nothing:
                return await TryEndAsync(entry with { Edition = null }, files, "withdrawn", cancellation);
            case Work.Refused:
                return await TryEndAsync(entry, files, "refused", cancellation);
            default:
                return false;
        }
    }

    /// <summary>The entry decides; after that, the files follow.</summary>
    async Task<bool> TryEndAsync(Publication entry, StoredFiles files, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation)) return false;

        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Path, outcome, entry.Handled);
        return await store.TryTidyAsync(files, entry.Edition?.Version, cancellation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Document {Path} is {Outcome}, material {Fingerprint}")]
        public static partial void Ended(ILogger log, DocumentPath path, string outcome, string? fingerprint);
    }
}
