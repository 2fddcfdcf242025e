using Azure.Data.Tables;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// Table documents: one row for each document. The row decides which of the document's stored files are public. A row that cannot be read
/// counts as one that names no edition: the document is published anew, and so the row is mended.
/// </summary>
public sealed class PublishedStore(TableServiceClient tables, StoredReader reader, PublishedFiles files, PreviewStore previews)
{
    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    internal async Task<DocumentEntry?> FindAsync(DocumentPath path, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(path.Folder, path.Name, cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The entries with this name in all folders, such as the volumes of all years.</summary>
    internal Task<IReadOnlyList<DocumentEntry>> NamedAsync(string name, CancellationToken cancellation) =>
        QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {name}"), cancellation);

    /// <summary>The entries of sessions, including withdrawn ones; about a dozen for each year.</summary>
    internal Task<IReadOnlyList<DocumentEntry>> SessionsAsync(CancellationToken cancellation, int? year = null, bool withWords = false) =>
        QueryAsync(year is { } known ? DocumentRow.SessionsOf(known) : DocumentRow.OnlySessions, cancellation, withWords);

    internal async Task<PublishedSnapshot> SnapshotAsync(DocumentPath path, CancellationToken cancellation) => new(
        await FindAsync(path, cancellation) ?? new(path),
        await files.FindAsync(path, cancellation),
        await previews.FindAsync(path, cancellation));

    /// <summary>The snapshots of all sessions for which anything is stored.</summary>
    internal async Task<Dictionary<SessionId, PublishedSnapshot>> SessionSnapshotsAsync(CancellationToken cancellation)
    {
        var entries = (await SessionsAsync(cancellation)).ToDictionary(entry => entry.Path);
        var stored = await files.AllAsync(cancellation);
        var drafts = await previews.OfSessionsAsync(cancellation);
        return entries.Keys.Union(stored.Keys).Union(drafts.Keys).Where(path => path.Session is not null).ToDictionary(
            path => path.Session!.Value,
            path => new PublishedSnapshot(
                entries.GetValueOrDefault(path) ?? new(path),
                stored.GetValueOrDefault(path) ?? StoredFiles.None(path),
                drafts.GetValueOrDefault(path) ?? StoredPreview.None));
    }

    /// <summary>
    /// Saves the entry, and another row of its partition in the same entity-group transaction. False if the entry was changed since it was
    /// read.
    /// </summary>
    internal Task<bool> TrySaveAsync(DocumentEntry entry, CancellationToken cancellation, TableTransactionAction? together = null)
    {
        var save = entry.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, DocumentRow.Of(entry))
            : new(TableTransactionActionType.UpdateReplace, DocumentRow.Of(entry), entry.ETag);
        return OptimisticConcurrency.TryAsync(
            () => table.SubmitTransactionAsync(together is null ? [save] : [save, together], cancellation));
    }

    /// <summary>
    /// A file of the published edition, and the entry that names the edition. If the edition is replaced before the file is opened, the
    /// file of the new edition is returned.
    /// </summary>
    /// <param name="path">The document.</param>
    /// <param name="nameIn">Makes the file's name from the version of the edition.</param>
    internal async Task<(DocumentEntry? Entry, StoredFile? File)> OpenAsync(
        DocumentPath path, Func<string, string> nameIn, CancellationToken cancellation)
    {
        for (string? before = null; ;)
        {
            var entry = await FindAsync(path, cancellation);
            if (entry?.Edition?.Version is not { } version || version == before) return (entry, null);
            if (await files.OpenAsync(nameIn(version), cancellation) is { } file) return (entry, file);

            before = version;
        }
    }

    async Task<IReadOnlyList<DocumentEntry>> QueryAsync(string filter, CancellationToken cancellation, bool withWords = false)
    {
        var columns = withWords ? null : DocumentRow.WithoutWords;
        var rows = table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellation);
        return await rows.Select(Read).ToListAsync(cancellation);
    }

    DocumentEntry Read(TableEntity row) => reader.TryRead(table, row, DocumentRow.Read, out var entry)
        ? entry
        : new(new(row.PartitionKey, row.RowKey), row.ETag) { Saved = row.Timestamp ?? default };
}
