using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// Updates the published edition of a document so that it matches the document's source. It uses optimistic concurrency: it reads what is
/// published, then the source, and saves the entry only if its ETag has not changed. So an edition is never replaced by one of an older
/// source, and a process whose write fails for that reason starts again.
/// <para>
/// First, the files of the new edition are stored under its version, where nobody can see them. Then one entity-group transaction changes
/// the entry and, for a session, the register: page, PDF, list, search and feed all show the edition that the entry names. Last, files of
/// earlier editions are deleted. Every step is idempotent: an interrupted publication is found by the files it left behind, and repeated.
/// </para>
/// </summary>
public sealed partial class Publisher(
    PublishedStore store,
    PublishedFiles files,
    PreviewStore previews,
    OneAtATime oneAtATime,
    ProductMetrics metrics,
    ILogger<Publisher> log)
{
    /// <param name="path">The document.</param>
    /// <param name="readAsync">Reads the current source.</param>
    /// <param name="makeAsync">Makes the document, and reports problems of the source to staff, once for each version of it.</param>
    /// <param name="quiet">How long the source must have been unchanged, so that a series of changes makes only one edition.</param>
    /// <returns>How long to wait before trying again; zero if the work is done.</returns>
    internal Task<TimeSpan> PublishAsync<T>(
        DocumentPath path, Func<CancellationToken, Task<Source<T>>> readAsync, Func<T, CancellationToken, Task<Outcome>> makeAsync,
        TimeSpan quiet, CancellationToken cancellation) =>
        oneAtATime.RunAsync(path.ToString(), () => TryAsync(path, readAsync, makeAsync, quiet, cancellation), cancellation);

    /// <summary>Whether what is published matches the source, so that there is nothing to do.</summary>
    internal async Task<bool> IsCurrentAsync<T>(DocumentPath path, Source<T> source, CancellationToken cancellation) =>
        (await store.SnapshotAsync(path, cancellation)).IsCurrentFor(source.Fingerprint);

    async Task<TimeSpan?> TryAsync<T>(
        DocumentPath path, Func<CancellationToken, Task<Source<T>>> readAsync, Func<T, CancellationToken, Task<Outcome>> makeAsync,
        TimeSpan quiet, CancellationToken cancellation)
    {
        var before = await store.SnapshotAsync(path, cancellation);
        var source = await readAsync(cancellation);
        if (source.Rested < quiet) return quiet - source.Rested;
        if (before.IsCurrentFor(source.Fingerprint)) return TimeSpan.Zero;

        var outcome = await makeAsync(source.Content, cancellation);
        await using var pdf = (outcome as Outcome.Ready)?.Edition.Pdf;
        if (!await TryWriteAsync(before, source.Fingerprint, source.ReadAt, outcome, cancellation)) return null;

        // The source may have changed in the meantime. The function that handled that change may have found the entry up to date and
        // written nothing, for example when notes were uploaded and deleted again. Then no ETag reveals the change.
        return (await readAsync(cancellation)).Fingerprint == source.Fingerprint ? TimeSpan.Zero : null;
    }

    /// <summary>False if another process was faster, so that a condition on an ETag failed.</summary>
    async Task<bool> TryWriteAsync(
        PublishedSnapshot before, string version, DateTimeOffset readAt, Outcome outcome, CancellationToken cancellation)
    {
        var path = before.Entry.Path;
        if (After(before, version, readAt, outcome) is not { } entry) return false;
        if (outcome.Preview is { } draft && !await previews.TryPutAsync(path, before.Preview, version, draft, cancellation)) return false;
        if (outcome is Outcome.Ready ready && !await files.TryPutAsync(path, version, ready.Edition, cancellation)) return false;
        if (!await store.TrySaveAsync(entry, cancellation, outcome.Together)) return false;

        var result = NameOf(outcome);
        metrics.CountDocument(result);
        Log.Handled(log, path, result, version);
        if (entry.Preview is null) await previews.RemoveAsync(path, before.Preview, cancellation);
        return await files.TryTidyAsync(before.Files, entry.Edition?.Version, cancellation);
    }

    /// <summary>The entry to save; null if nothing is to be saved.</summary>
    static DocumentEntry? After(PublishedSnapshot before, string version, DateTimeOffset readAt, Outcome outcome)
    {
        var entry = before.Entry with
        {
            Handled = version,
            Preview = outcome.Preview is null ? null : version,
            Remarks = outcome.Remarks,
        };
        return outcome switch
        {
            Outcome.Ready { Edition: var made } => entry with
            {
                Edition = new(version, made.Title, made.Pdf.Pages, made.Pdf.Content.Length, made.Changed)
                {
                    Session = made.Session,
                    Words = made.Words,
                    Materials = [.. made.Materials.Select(prepared => prepared.Material)],
                },
                FirstPublished = entry.FirstPublished ?? readAt,
            },
            Outcome.Nothing => entry with { Edition = null },
            Outcome.Waiting => entry,
            Outcome.Refused => entry with { Preview = before.Entry.Preview is null ? null : before.Preview.Version },
            _ => null,
        };
    }

    static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Ready => "published",
        Outcome.Waiting or Outcome.Nothing { Preview: not null } => "previewed",
        Outcome.Nothing => "withdrawn",
        _ => "refused",
    };

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Document {Path} was {Outcome}; fingerprint of its source: {Fingerprint}")]
        public static partial void Handled(ILogger log, DocumentPath path, string outcome, string fingerprint);
    }
}
