using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>
/// Brings a document into line with its material as it is now, in the order in which <see cref="Publisher"/> does it for a session: entry,
/// stored files, material; what is written holds only if the entry is still as read. So whoever wrote last had seen the newest material, one
/// who was overtaken looks again, and what was cut off is simply done once more.
/// </summary>
public sealed partial class Press(PublicationStore store, PreviewStore previews, ProductMetrics metrics, Turn turn, ILogger<Press> log)
{
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
        return IsInLine(await SeeAsync(path, cancellation), material);
    }

    static bool IsInLine(Seen seen, Material material) =>
        seen.Entry.Handled == material.Fingerprint && seen.Files.Match(seen.Entry.Edition?.Version) && seen.Preview.Version == seen.Entry.Preview;

    async Task<Seen> SeeAsync(DocumentPath path, CancellationToken cancellation) => new(
        await store.FindAsync(path, cancellation) ?? Publication.New(path),
        await store.FilesAsync(path, cancellation),
        await previews.SeeAsync(PreviewStore.NameOf(path), cancellation));

    async Task<TimeSpan?> TryAsync(DocumentPath path, Func<CancellationToken, Task<Material>> look, TimeSpan quiet, CancellationToken cancellation)
    {
        var seen = await SeeAsync(path, cancellation);
        var material = await look(cancellation);
        if (material.Rested < quiet) return quiet - material.Rested;
        if (IsInLine(seen, material)) return TimeSpan.Zero;

        var work = await material.MakeAsync(cancellation);
        await using var pdf = (work as Work.Ready)?.Pdf;
        var isDone = await TryHandleAsync(seen, material.Fingerprint, work, cancellation)
            && (await look(cancellation)).Fingerprint == material.Fingerprint; // it may be as before again, and then nobody else had anything to do
        return isDone ? TimeSpan.Zero : null;
    }

    async Task<bool> TryHandleAsync(Seen seen, string handled, Work work, CancellationToken cancellation)
    {
        var entry = seen.Entry with { Handled = handled, Preview = work.Preview is null ? null : handled };
        if (work.Preview is { } preview && !await previews.TryPutAsync(PreviewStore.NameOf(entry.Path), seen.Preview, handled, preview, cancellation)) return false;

        switch (work)
        {
            case Work.Ready ready:
                await store.PutAsync(entry.Path, ready, cancellation);
                return await TryEndAsync(entry with { Edition = ready.Edition }, seen, "published", cancellation);
            case Work.Nothing:
                return await TryEndAsync(entry with { Edition = null }, seen, work.Preview is null ? "withdrawn" : "previewed", cancellation);
            case Work.Refused:
                return await TryEndAsync(entry with { Preview = seen.Entry.Preview is null ? null : seen.Preview.Version }, seen, "refused", cancellation);
            default:
                return false;
        }
    }

    /// <summary>The entry decides; after that, the files follow.</summary>
    async Task<bool> TryEndAsync(Publication entry, Seen seen, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation)) return false;

        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Path, outcome, entry.Handled);
        if (entry.Preview is null) await previews.RemoveAsync(PreviewStore.NameOf(entry.Path), seen.Preview, cancellation);
        return await store.TryTidyAsync(seen.Files, entry.Edition?.Version, cancellation);
    }

    /// <summary>How it stood before the material was looked for.</summary>
    sealed record Seen(Publication Entry, StoredFiles Files, StoredPreview Preview);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Document {Path} is {Outcome}, material {Fingerprint}")]
        public static partial void Ended(ILogger log, DocumentPath path, string outcome, string? fingerprint);
    }
}
