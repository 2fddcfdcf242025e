using Microsoft.Extensions.Logging;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Brings what is public of a session into line with its notes as they are now. Whoever publishes reads the entry first, then the stored
/// files, then the notes; what it writes holds only if entry and PDF are still as read. So whoever wrote last had seen the newest notes,
/// and one who was overtaken looks again. Everything is repeatable: a publication that was cut off is simply done once more.
/// </summary>
public sealed partial class Publisher(
    Manuscripts manuscripts, Editor editor, DocumentationStore store, StaffReports reports, ProductMetrics metrics, ILogger<Publisher> log)
    : IDisposable
{
    const int Attempts = 20;

    /// <summary>One at a time in a process: pictures stand in memory unpacked, up to 80 MB each.</summary>
    readonly SemaphoreSlim turn = new(1);

    /// <param name="id">The session.</param>
    /// <param name="quiet">How long its files must have rested.</param>
    /// <param name="cancellation">Gives up; done again later, it comes to the same end.</param>
    /// <returns>How long to wait and try again; zero if all is done.</returns>
    public async Task<TimeSpan> PublishAsync(SessionId id, TimeSpan quiet, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var entry = await store.FindAsync(id, cancellation) ?? DocumentationEntry.New(id);
                var files = await store.FilesAsync(id, cancellation);
                var manuscript = await manuscripts.FindAsync(id, cancellation);
                if (manuscript.Folder.UnrestAfter(quiet) is var unrest && unrest > TimeSpan.Zero) return unrest;
                if (entry.Handled == manuscript.Fingerprint && files.Match(entry.Edition?.Version, FilesOf(entry))) return TimeSpan.Zero;
                if (await TryHandleAsync(entry with { Handled = manuscript.Fingerprint }, files, manuscript, cancellation)) return TimeSpan.Zero;
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException($"The notes of {id} did not come to rest."); // the host tries again later
    }

    public void Dispose() => turn.Dispose();

    async Task<bool> TryHandleAsync(DocumentationEntry entry, StoredFiles files, Manuscript manuscript, CancellationToken cancellation) =>
        await editor.EditAsync(manuscript, cancellation) switch
        {
            Outcome.Ready ready => await TryPublishAsync(entry, files, manuscript, ready, cancellation),
            Outcome.Nothing nothing => await TryWithdrawAsync(entry, files, nothing, cancellation),
            Outcome.Refused refused => await TryRefuseAsync(entry, files, refused, cancellation),
            _ => false,
        };

    async Task<bool> TryPublishAsync(DocumentationEntry entry, StoredFiles files, Manuscript manuscript, Outcome.Ready ready, CancellationToken cancellation)
    {
        var (proof, id) = (ready.Proof, entry.Id);
        if (!await store.TryPutAsync(files, proof, cancellation)) return false;

        await reports.TellHintsAsync(id.Value, proof.Edition.Version, ready.Hints, cancellation);
        var first = entry.FirstPublished ?? manuscript.Folder.SeenAt;
        return await TryEndAsync(entry with { Edition = proof.Edition, FirstPublished = first }, files, "published", cancellation);
    }

    async Task<bool> TryWithdrawAsync(DocumentationEntry entry, StoredFiles files, Outcome.Nothing nothing, CancellationToken cancellation)
    {
        await reports.TellRefusedAsync(entry.Id.Value, nothing.Remarks, cancellation);
        return await TryEndAsync(entry with { Edition = null }, files, "withdrawn", cancellation);
    }

    async Task<bool> TryRefuseAsync(DocumentationEntry entry, StoredFiles files, Outcome.Refused refused, CancellationToken cancellation)
    {
        await reports.TellRefusedAsync(entry.Id.Value, refused.Remarks, cancellation);
        return await TryEndAsync(entry, files, "refused", cancellation);
    }

    /// <summary>The entry decides; after that, files that were there before and are not needed any more go.</summary>
    async Task<bool> TryEndAsync(DocumentationEntry entry, StoredFiles files, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation)) return false;

        await store.RemoveAsync(files.NotNeededBy(entry.Edition?.Version), cancellation);
        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Id, outcome, entry.Handled);
        return true;
    }

    static string[] FilesOf(DocumentationEntry entry) => entry.Edition is { } edition
        ? [DocumentPath.Of(entry.Id).Page(edition.Version), DocumentPath.Of(entry.Id).Content(edition.Version)]
        : [];

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Documentation {Session} is {Outcome}, notes {Fingerprint}")]
        public static partial void Ended(ILogger log, SessionId session, string outcome, string? fingerprint);
    }
}
