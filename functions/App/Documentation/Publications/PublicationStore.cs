using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>Table documents beside the sessions' rows, and the files that belong to such a document. The row decides what is public.</summary>
public sealed class PublicationStore(TableServiceClient tables, DocumentationFiles files)
{
    readonly TableClient table = tables.GetTableClient(Tables.Documents);

    public async Task<Publication?> FindAsync(DocumentPath path, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(path.Folder, path.Name, cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Those of one name in all folders.</summary>
    public async Task<IReadOnlyList<Publication>> NamedAsync(string name, CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"RowKey eq {name}"), cancellationToken: cancellation).Select(Read).ToListAsync(cancellation);

    /// <summary>False if somebody else changed the row since it was read.</summary>
    public async Task<bool> TrySaveAsync(Publication publication, CancellationToken cancellation)
    {
        try
        {
            await (publication.ETag == default
                ? table.AddEntityAsync(RowOf(publication), cancellation)
                : table.UpdateEntityAsync(RowOf(publication), publication.ETag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    public Task<StoredFiles> FilesAsync(DocumentPath path, CancellationToken cancellation) => files.FindAsync(path, cancellation);

    public Task RemoveAsync(IEnumerable<KeyValuePair<string, ETag>> unneeded, CancellationToken cancellation) => files.RemoveAsync(unneeded, cancellation);

    /// <summary>False if the PDF is not the one among <paramref name="seen"/> any more. What else belongs to the edition is stored in any case.</summary>
    public async Task<bool> TryPutAsync(StoredFiles seen, Work.Ready ready, CancellationToken cancellation)
    {
        var version = ready.Edition.Version;
        foreach (var picture in ready.Pictures) await files.PutPictureAsync(seen.Path, version, picture, cancellation);
        if (ready.Html is { } html) await files.PutPageAsync(seen.Path, version, html, cancellation);
        return await files.TryPutPdfAsync(seen, ready.Pdf, cancellation);
    }

    /// <summary>Null if the edition was replaced meanwhile.</summary>
    public async Task<string?> ReadPageAsync(DocumentPath path, string version, CancellationToken cancellation) =>
        (await files.ReadAsync(path.Page(version), cancellation))?.ToString();

    public Task<StoredFile?> OpenPictureAsync(DocumentPath path, string version, string name, CancellationToken cancellation) =>
        files.OpenAsync(path.Picture(version, name), cancellation);

    public Task<StoredFile?> OpenPdfAsync(DocumentPath path, CancellationToken cancellation) => files.OpenAsync(path.Pdf, cancellation);

    static Publication Read(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey),
        row.GetString("Handled"),
        row.GetString("Version") is { } version
            ? new(version, row.GetString("Title"), row.GetInt32("Pages")!.Value, row.GetInt64("Bytes")!.Value, row.GetDateTimeOffset("Changed")!.Value)
            : null,
        row.ETag);

    static TableEntity RowOf(Publication publication) => new(publication.Path.Folder, publication.Path.Name)
    {
        ["Handled"] = publication.Handled,
        ["Version"] = publication.Edition?.Version,
        ["Title"] = publication.Edition?.Title,
        ["Pages"] = publication.Edition?.Pages,
        ["Bytes"] = publication.Edition?.Bytes,
        ["Changed"] = publication.Edition?.Changed,
    };
}
