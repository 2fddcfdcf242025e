using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Where documentations stand. First the files of an edition are put under its version, where nobody sees them. Then one transaction changes
/// entry and register: the entry names the edition that page, PDF, pictures, list, search and feed show, so all of it switches at once.
/// At last the files are tidied. Each step answers false if somebody else was there since it was seen; whoever was cut off in between is
/// found by what is left, and all of it is done again.
/// </summary>
public sealed partial class Shelf(DocumentationStore store, PreviewStore previews, InsightRegister register, ProductMetrics metrics, ILogger<Shelf> log)
{
    public async Task<Standing> SeeAsync(SessionId id, CancellationToken cancellation) => new(
        await store.FindAsync(id, cancellation) ?? DocumentationEntry.New(id),
        await store.FilesAsync(id, cancellation),
        await previews.SeeAsync(PreviewStore.NameOf(id), cancellation));

    /// <summary>Of every session of which anything is stored.</summary>
    public async Task<Dictionary<SessionId, Standing>> SeeAllAsync(CancellationToken cancellation)
    {
        var entries = (await store.AllAsync(cancellation)).ToDictionary(entry => entry.Id);
        var files = await store.AllFilesAsync(cancellation);
        var drafts = await previews.SeeAllAsync(cancellation);
        return entries.Keys.Union(files.Keys).Union(drafts.Keys).ToDictionary(id => id, id => new Standing(
            entries.GetValueOrDefault(id) ?? DocumentationEntry.New(id),
            files.GetValueOrDefault(id) ?? StoredFiles.None(DocumentPath.Of(id)),
            drafts.GetValueOrDefault(id) ?? StoredPreview.None));
    }

    /// <param name="seen">How it stood.</param>
    /// <param name="proof">What is to be public.</param>
    /// <param name="handled">The notes it was made from.</param>
    /// <param name="now">When it is public, should it be for the first time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> TryPublishAsync(Standing seen, Proof proof, string handled, DateTimeOffset now, CancellationToken cancellation)
    {
        var (id, edition) = (seen.Entry.Id, proof.Edition);
        await store.PutAsync(id, proof, cancellation);
        var entry = seen.Entry with { Handled = handled, Edition = edition, Words = proof.Words, Preview = null, FirstPublished = seen.Entry.FirstPublished ?? now };
        var sheet = await register.FollowAsync(edition.Version, edition.AsSource(id), proof.Insights, cancellation);
        return await TryEndAsync(seen, entry, sheet, "published", cancellation);
    }

    public Task<bool> TryWithdrawAsync(Standing seen, string handled, CancellationToken cancellation) =>
        TryHideAsync(seen, seen.Entry with { Handled = handled, Preview = null }, "withdrawn", cancellation);

    /// <summary>Nothing is public of a draft; staff see how it would look.</summary>
    public async Task<bool> TryPreviewAsync(Standing seen, byte[] pdf, string handled, CancellationToken cancellation) =>
        await previews.TryPutAsync(PreviewStore.NameOf(seen.Entry.Id), seen.Preview, handled, pdf, cancellation)
        && await TryHideAsync(seen, seen.Entry with { Handled = handled, Preview = handled }, "previewed", cancellation);

    /// <summary>What is public stays, or the preview where that is what there is; these notes need no second look.</summary>
    public Task<bool> TryKeepAsync(Standing seen, string handled, CancellationToken cancellation) =>
        TryEndAsync(seen, seen.Entry with { Handled = handled, Preview = seen.Entry.Preview is null ? null : seen.Preview.Version }, null, "refused", cancellation);

    async Task<bool> TryHideAsync(Standing seen, DocumentationEntry entry, string outcome, CancellationToken cancellation) =>
        await TryEndAsync(seen, entry with { Edition = null, Words = "" }, await register.WithdrawAsync(entry.Id, cancellation), outcome, cancellation);

    /// <param name="seen">How it stood.</param>
    /// <param name="entry">How it is to stand.</param>
    /// <param name="sheet">What changes in the register; null if nothing does.</param>
    /// <param name="outcome">What became of the notes.</param>
    /// <param name="cancellation">Gives up.</param>
    async Task<bool> TryEndAsync(Standing seen, DocumentationEntry entry, TableTransactionAction? sheet, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation, sheet)) return false;

        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Id, outcome, entry.Handled);
        if (entry.Preview is null) await previews.RemoveAsync(PreviewStore.NameOf(entry.Id), seen.Preview, cancellation);
        return await store.TryTidyAsync(seen.Files, entry.Edition?.Version, cancellation);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Documentation {Session} is {Outcome}, notes {Fingerprint}")]
        public static partial void Ended(ILogger log, SessionId session, string outcome, string? fingerprint);
    }
}
