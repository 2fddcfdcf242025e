using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Table documents (one partition a year) and container documentation: <c>year/session.pdf</c>, and page and pictures in a folder that is
/// named by the edition's version. The row decides what is public; page and pictures of an edition never change.
/// </summary>
public sealed class DocumentationStore(TableServiceClient tables, BlobServiceClient blobs)
{
    readonly TableClient table = tables.GetTableClient(Tables.Documents);
    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Documentation);

    public async Task<DocumentationEntry?> FindAsync(SessionId id, CancellationToken cancellation)
    {
        var (partition, row) = DocumentationRow.KeyOf(id);
        var stored = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return stored.HasValue ? DocumentationRow.Read(stored.Value!) : null;
    }

    /// <summary>Every session that ever had notes: about a dozen rows a year.</summary>
    public async Task<IReadOnlyList<DocumentationEntry>> AllAsync(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(cancellationToken: cancellation).Select(DocumentationRow.Read).ToListAsync(cancellation);

    /// <summary>What is public now.</summary>
    public async Task<IReadOnlyList<PublishedDocumentation>> PublishedAsync(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(select: DocumentationRow.WithoutWords, cancellationToken: cancellation)
            .Select(DocumentationRow.ReadPublished).OfType<PublishedDocumentation>().ToListAsync(cancellation);

    /// <summary>The sessions whose documentation a search finds.</summary>
    public async Task<IReadOnlySet<SessionId>> FindAsync(DocumentationSearch search, CancellationToken cancellation)
    {
        var partition = search.Year is { } year ? TableClient.CreateQueryFilter($"PartitionKey eq {DocumentationRow.PartitionOf(year)}") : null;
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
    public async Task<StoredFiles> FilesAsync(SessionId id, CancellationToken cancellation)
    {
        Dictionary<string, ETag> files = [];
        var found = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, PdfName(id)[..^".pdf".Length], cancellation);
        await foreach (var blob in found)
        {
            if (blob.Name == PdfName(id) || blob.Name.StartsWith(FolderOf(id), StringComparison.Ordinal)) files[blob.Name] = blob.Properties.ETag!.Value;
        }

        return new(id, files);
    }

    public async Task PutPageAsync(SessionId id, string version, string html, CancellationToken cancellation) =>
        await UploadAsync(PageName(id, version), BinaryData.FromString(html), "text/html; charset=utf-8", null, cancellation);

    public async Task PutPictureAsync(SessionId id, string version, Picture picture, CancellationToken cancellation) =>
        await UploadAsync(PictureName(id, version, picture.Name), BinaryData.FromBytes(picture.Bytes), picture.MediaType, null, cancellation);

    /// <summary>False if the PDF is not the one among <paramref name="seen"/> any more.</summary>
    public async Task<bool> TryPutPdfAsync(StoredFiles seen, byte[] pdf, CancellationToken cancellation)
    {
        try
        {
            var condition = seen.Pdf is { } before ? new BlobRequestConditions { IfMatch = before } : new() { IfNoneMatch = ETag.All };
            await UploadAsync(PdfName(seen.Id), BinaryData.FromBytes(pdf), "application/pdf", condition, cancellation);
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes files as they were seen; what somebody else wrote since then stays.</summary>
    public async Task RemoveAsync(IEnumerable<KeyValuePair<string, ETag>> files, CancellationToken cancellation)
    {
        foreach (var (name, etag) in files)
        {
            try
            {
                await container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.None, new() { IfMatch = etag }, cancellation);
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
            }
        }
    }

    /// <summary>Null if the edition was replaced meanwhile.</summary>
    public async Task<string?> ReadPageAsync(SessionId id, string version, CancellationToken cancellation)
    {
        try
        {
            var page = await container.GetBlobClient(PageName(id, version)).DownloadContentAsync(cancellation);
            return page.Value.Content.ToString();
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    public Task<StoredFile?> OpenPictureAsync(SessionId id, string version, string name, CancellationToken cancellation) =>
        OpenAsync(PictureName(id, version, name), cancellation);

    public Task<StoredFile?> OpenPdfAsync(SessionId id, CancellationToken cancellation) => OpenAsync(PdfName(id), cancellation);

    async Task<StoredFile?> OpenAsync(string name, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        try
        {
            var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
            var content = await blob.OpenReadAsync(new BlobOpenReadOptions(false) { Conditions = new() { IfMatch = properties.ETag } }, cancellation);
            return new(content, properties.ContentType, properties.ETag, properties.LastModified);
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 412)
        {
            return null;
        }
    }

    async Task UploadAsync(string name, BinaryData content, string type, BlobRequestConditions? condition, CancellationToken cancellation) =>
        await container.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new() { ContentType = type }, Conditions = condition }, cancellation);

    internal static string PdfName(SessionId id) => $"{id.Year}/{id}.pdf";

    internal static string FolderOf(SessionId id) => $"{id.Year}/{id}/";

    internal static string PageName(SessionId id, string version) => $"{FolderOf(id)}{version}/inhalt.html";

    static string PictureName(SessionId id, string version, string name) => $"{FolderOf(id)}{version}/bilder/{name}";
}
