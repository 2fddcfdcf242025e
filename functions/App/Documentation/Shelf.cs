using Microsoft.Extensions.Logging;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Where documentations stand: entry, files and register. Each step answers false if somebody else was there since it was seen. The entry
/// comes last: it decides, and whoever was cut off before is found by it.
/// </summary>
public sealed partial class Shelf(DocumentationStore store, PreviewStore previews, InsightRegister register, ProductMetrics metrics, ILogger<Shelf> log)
{
    public async Task<Standing> SeeAsync(SessionId id, CancellationToken cancellation) => new(
        await store.FindAsync(id, cancellation) ?? DocumentationEntry.New(id),
        await store.FilesAsync(id, cancellation),
        await previews.SeeAsync(id, cancellation),
        await register.SeeAsync(id, cancellation));

    /// <summary>Puts everything there that the entry will point to.</summary>
    public async Task<bool> TryPutAsync(Standing seen, Proof proof, CancellationToken cancellation)
    {
        var (id, edition) = (seen.Entry.Id, proof.Edition);
        return await store.TryPutAsync(seen.Files, proof, cancellation)
            && await register.TryFollowAsync(seen.Register, edition.Version, edition.AsSource(id), proof.Insights, cancellation);
    }

    /// <param name="seen">How it stood.</param>
    /// <param name="proof">What was put there.</param>
    /// <param name="handled">The notes it was made from.</param>
    /// <param name="now">When it is public, should it be for the first time.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> TryPublishAsync(Standing seen, Proof proof, string handled, DateTimeOffset now, CancellationToken cancellation)
    {
        var entry = seen.Entry with { Handled = handled, Edition = proof.Edition, Words = proof.Words, Preview = null, FirstPublished = seen.Entry.FirstPublished ?? now };
        return TryEndAsync(seen, entry, "published", cancellation);
    }

    public Task<bool> TryWithdrawAsync(Standing seen, string handled, CancellationToken cancellation) =>
        TryHideAsync(seen, seen.Entry with { Handled = handled, Preview = null }, "withdrawn", cancellation);

    /// <summary>Nothing is public of a draft; staff see how it would look.</summary>
    public async Task<bool> TryPreviewAsync(Standing seen, byte[] pdf, string handled, CancellationToken cancellation) =>
        await previews.TryPutAsync(seen.Entry.Id, seen.Preview, handled, pdf, cancellation)
        && await TryHideAsync(seen, seen.Entry with { Handled = handled, Preview = handled }, "previewed", cancellation);

    /// <summary>
    /// What is public stays, and these notes need no second look. Where nothing is, a first publication that was cut off may have reached the
    /// register. A replacement that was cut off may leave its PDF and register beside the older page: both are of good notes, and the next good
    /// ones bring them together.
    /// </summary>
    public async Task<bool> TryKeepAsync(Standing seen, string handled, CancellationToken cancellation) =>
        (seen.Entry.Edition is not null || await register.TryWithdrawAsync(seen.Register, cancellation))
        && await TryEndAsync(seen, seen.Entry with { Handled = handled }, "refused", cancellation);

    async Task<bool> TryHideAsync(Standing seen, DocumentationEntry entry, string outcome, CancellationToken cancellation) =>
        await register.TryWithdrawAsync(seen.Register, cancellation)
        && await TryEndAsync(seen, entry with { Edition = null, Words = "" }, outcome, cancellation);

    /// <summary>After the entry, files that were there before and are not needed any more go.</summary>
    async Task<bool> TryEndAsync(Standing seen, DocumentationEntry entry, string outcome, CancellationToken cancellation)
    {
        if (!await store.TrySaveAsync(entry, cancellation)) return false;

        await store.RemoveAsync(seen.Files.NotNeededBy(entry.Edition?.Version), cancellation);
        if (entry.Preview is null) await previews.RemoveAsync(entry.Id, seen.Preview, cancellation);
        metrics.CountDocument(outcome);
        Log.Ended(log, entry.Id, outcome, entry.Handled);
        return true;
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Documentation {Session} is {Outcome}, notes {Fingerprint}")]
        public static partial void Ended(ILogger log, SessionId session, string outcome, string? fingerprint);
    }
}
