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
    public async Task<bool> TrySaveAsync(DocumentationEntry entry, CancellationToken cancellation)
    {
        try
        {
            await (entry.ETag == default
                ? table.AddEntityAsync(DocumentationRow.Of(entry), cancellation)
                : table.UpdateEntityAsync(DocumentationRow.Of(entry), entry.ETag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>The files that are stored for a session, whether or not its row knows them.</summary>
    public Task<StoredFiles> FilesAsync(SessionId id, CancellationToken cancellation) => files.FindAsync(DocumentPath.Of(id), cancellation);

    public Task RemoveAsync(IEnumerable<KeyValuePair<string, ETag>> unneeded, CancellationToken cancellation) => files.RemoveAsync(unneeded, cancellation);

    /// <summary>False if the PDF is not the one among <paramref name="seen"/> any more. What else belongs to the edition is stored in any case.</summary>
    public async Task<bool> TryPutAsync(StoredFiles seen, Proof proof, CancellationToken cancellation)
    {
        var version = proof.Edition.Version;
        foreach (var picture in proof.Content.Pictures) await files.PutPictureAsync(seen.Path, version, picture, cancellation);
        await files.PutContentAsync(seen.Path, version, ContentFile.Write(proof.Content), cancellation);
        await files.PutPageAsync(seen.Path, version, proof.Html, cancellation);
        return await files.TryPutPdfAsync(seen, BinaryData.FromBytes(proof.Pdf).ToStream(), cancellation);
    }

    /// <summary>Null if the edition was replaced meanwhile.</summary>
    public async Task<string?> ReadPageAsync(SessionId id, string version, CancellationToken cancellation) =>
        (await files.ReadAsync(DocumentPath.Of(id).Page(version), cancellation))?.ToString();

    public Task<StoredFile?> OpenPictureAsync(SessionId id, string version, string name, CancellationToken cancellation) =>
        files.OpenAsync(DocumentPath.Of(id).Picture(version, name), cancellation);

    public Task<StoredFile?> OpenPdfAsync(SessionId id, CancellationToken cancellation) => files.OpenAsync(DocumentPath.Of(id).Pdf, cancellation);
}
