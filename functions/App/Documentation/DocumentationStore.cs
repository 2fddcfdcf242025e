using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Table documents (one partition a year, a row a session) and the files that belong to a session. The row decides what is public.</summary>
public sealed class DocumentationStore(TableServiceClient tables, DocumentationFiles files)
{
    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    public async Task<DocumentationEntry?> FindAsync(SessionId id, CancellationToken cancellation)
    {
        var (partition, row) = DocumentationRow.KeyOf(id);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return stored.HasValue ? DocumentationRow.Read(stored.Value!) : null;
    }

    /// <summary>Every session that ever had notes: about a dozen rows a year.</summary>
    public async Task<IReadOnlyList<DocumentationEntry>> AllAsync(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(DocumentationRow.OnlySessions, cancellationToken: cancellation).Select(DocumentationRow.Read).ToListAsync(cancellation);

    /// <summary>What is public of a year, and for how long its rows rested.</summary>
    public async Task<DocumentedYear> OfYearAsync(int year, CancellationToken cancellation)
    {
        var (published, newest, seenAt) = (new List<PublishedDocumentation>(), DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        string[] columns = [.. DocumentationRow.WithoutWords, nameof(TableEntity.Timestamp)];
        await foreach (var page in table.QueryAsync<TableEntity>(DocumentationRow.SessionsOf(year), select: columns, cancellationToken: cancellation).AsPages())
        {
            published.AddRange(page.Values.Select(DocumentationRow.ReadPublished).OfType<PublishedDocumentation>());
            newest = page.Values.Select(row => row.Timestamp!.Value).Append(newest).Max();
            seenAt = new[] { page.GetRawResponse().Headers.Date ?? seenAt, seenAt }.Min();
        }

        return new(
            [.. published.OrderBy(session => session.Edition.Session.Start).ThenBy(session => session.Id.Value, StringComparer.Ordinal)],
            newest == default ? TimeSpan.MaxValue : seenAt > newest ? seenAt - newest : TimeSpan.Zero);
    }

    /// <summary>What is public now.</summary>
    public async Task<IReadOnlyList<PublishedDocumentation>> PublishedAsync(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(DocumentationRow.OnlySessions, select: DocumentationRow.WithoutWords, cancellationToken: cancellation)
            .Select(DocumentationRow.ReadPublished).OfType<PublishedDocumentation>().ToListAsync(cancellation);

    /// <summary>The sessions whose documentation a search finds.</summary>
    public async Task<IReadOnlySet<SessionId>> FindAsync(DocumentationSearch search, CancellationToken cancellation)
    {
        var partition = search.Year is { } year ? DocumentationRow.SessionsOf(year) : DocumentationRow.OnlySessions;
        return await table.QueryAsync<TableEntity>(partition, select: [nameof(TableEntity.RowKey), DocumentationRow.Words], cancellationToken: cancellation)
            .Where(row => search.Finds(row.GetString(DocumentationRow.Words) ?? ""))
            .Select(DocumentationRow.IdOf)
            .ToHashSetAsync(cancellationToken: cancellation);
    }

    /// <summary>False if somebody else changed the row since it was read.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="sheet">What changes with it, all or nothing: the register's row, which lies in the same partition.</param>
    public async Task<bool> TrySaveAsync(DocumentationEntry entry, CancellationToken cancellation, TableTransactionAction? sheet = null)
    {
        var save = entry.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, DocumentationRow.Of(entry))
            : new(TableTransactionActionType.UpdateReplace, DocumentationRow.Of(entry), entry.ETag);
        try
        {
            await table.SubmitTransactionAsync(sheet is null ? [save] : [save, sheet], cancellation);
            return true;
        }
        catch (TableTransactionFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The files that are stored for a session, whether or not its row knows them.</summary>
    public Task<StoredFiles> FilesAsync(SessionId id, CancellationToken cancellation) => files.FindAsync(DocumentPath.Of(id), cancellation);

    /// <summary>Those of every session that has any.</summary>
    public async Task<Dictionary<SessionId, StoredFiles>> AllFilesAsync(CancellationToken cancellation)
    {
        var all = await files.AllAsync(cancellation);
        return all.Keys.Select(path => SessionId.Parse(path.Name)).OfType<SessionId>().Where(id => all.ContainsKey(DocumentPath.Of(id))).Distinct().ToDictionary(id => id, id => all[DocumentPath.Of(id)]);
    }

    /// <inheritdoc cref="DocumentationFiles.TryTidyAsync"/>
    public Task<bool> TryTidyAsync(StoredFiles seen, string? version, CancellationToken cancellation) => files.TryTidyAsync(seen, version, cancellation);

    /// <summary>Nobody sees the files before the row names the edition.</summary>
    public async Task PutAsync(SessionId id, Proof proof, CancellationToken cancellation)
    {
        var (path, version) = (DocumentPath.Of(id), proof.Edition.Version);
        foreach (var picture in proof.Content.Pictures) await files.PutPictureAsync(path, version, picture, cancellation);
        await files.PutContentAsync(path, version, ContentFile.Write(proof.Content), cancellation);
        await files.PutPageAsync(path, version, proof.Html, cancellation);
        await files.PutPdfAsync(path, version, BinaryData.FromBytes(proof.Pdf).ToStream(), cancellation);
    }

    /// <summary>A file of what is public, and the entry that says so.</summary>
    public async Task<(DocumentationEntry? Entry, StoredFile? File)> OpenAsync(SessionId id, Func<DocumentPath, string, string> nameIn, CancellationToken cancellation)
    {
        DocumentationEntry? entry = null;
        var file = await files.OpenAsync(async () => (entry = await FindAsync(id, cancellation))?.Edition?.Version, version => nameIn(DocumentPath.Of(id), version), cancellation);
        return (entry, file);
    }
}
