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

    /// <inheritdoc cref="DocumentationFiles.TryTidyAsync"/>
    public Task<bool> TryTidyAsync(StoredFiles seen, string? version, CancellationToken cancellation) => files.TryTidyAsync(seen, version, cancellation);

    /// <summary>Nobody sees the files before the row names the edition.</summary>
    public async Task PutAsync(DocumentPath path, Work.Ready ready, CancellationToken cancellation)
    {
        var version = ready.Edition.Version;
        foreach (var picture in ready.Pictures) await files.PutPictureAsync(path, version, picture, cancellation);
        if (ready.Html is { } html) await files.PutPageAsync(path, version, html, cancellation);
        await files.PutPdfAsync(path, version, ready.Pdf, cancellation);
    }

    /// <summary>A file of what is public, and the edition that it is of.</summary>
    public async Task<(PublishedEdition? Edition, StoredFile? File)> OpenAsync(DocumentPath path, Func<string, string> nameIn, CancellationToken cancellation)
    {
        PublishedEdition? edition = null;
        var file = await files.OpenAsync(async () => (edition = (await FindAsync(path, cancellation))?.Edition)?.Version, nameIn, cancellation);
        return (edition, file);
    }

    static Publication Read(TableEntity row) => new(
        new(row.PartitionKey, row.RowKey),
        row.GetString("Handled"),
        row.GetString("Version") is { } version
            ? new(version, row.GetString("Title"), row.GetInt32("Pages")!.Value, row.GetInt64("Bytes")!.Value, row.GetDateTimeOffset("Changed")!.Value)
            : null,
        row.GetString("Preview"),
        row.ETag);

    static TableEntity RowOf(Publication publication) => new(publication.Path.Folder, publication.Path.Name)
    {
        ["Handled"] = publication.Handled,
        ["Preview"] = publication.Preview,
        ["Version"] = publication.Edition?.Version,
        ["Title"] = publication.Edition?.Title,
        ["Pages"] = publication.Edition?.Pages,
        ["Bytes"] = publication.Edition?.Bytes,
        ["Changed"] = publication.Edition?.Changed,
    };
}
