using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Container documentation. The files of an edition never change, and are there before its document's row names it; only the copy of the PDF is replaced, after that.</summary>
public sealed class DocumentationFiles(BlobServiceClient blobs)
{
    const string PdfType = "application/pdf", Version = "version";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Documentation);

    /// <summary>The files that are stored for a document, whether or not its row knows them.</summary>
    public async Task<StoredFiles> FindAsync(DocumentPath path, CancellationToken cancellation) =>
        (await ListAsync(path.Prefix, cancellation)).GetValueOrDefault(path) ?? StoredFiles.None(path);

    /// <summary>Those of all documents that have any: some dozen files a session.</summary>
    public Task<Dictionary<DocumentPath, StoredFiles>> AllAsync(CancellationToken cancellation) => ListAsync(null, cancellation);

    public Task PutPageAsync(DocumentPath path, string version, string html, CancellationToken cancellation) =>
        UploadAsync(path.Page(version), BinaryData.FromString(html).ToStream(), "text/html; charset=utf-8", cancellation);

    public Task PutContentAsync(DocumentPath path, string version, BinaryData content, CancellationToken cancellation) =>
        UploadAsync(path.Content(version), content.ToStream(), "application/json", cancellation);

    public Task PutPictureAsync(DocumentPath path, string version, Picture picture, CancellationToken cancellation) =>
        UploadAsync(path.Picture(version, picture.Name), BinaryData.FromBytes(picture.Bytes).ToStream(), picture.MediaType, cancellation);

    /// <summary>The last of an edition: where it is, all is.</summary>
    public Task PutPdfAsync(DocumentPath path, string version, Stream pdf, CancellationToken cancellation) =>
        UploadAsync(path.Pdf(version), pdf, PdfType, cancellation);

    /// <summary>After a row has changed: copies the PDF that is public, if another was copied, and removes what was seen and is not needed any more. False if somebody else was there meanwhile.</summary>
    /// <param name="seen">The files before.</param>
    /// <param name="version">The edition that is public; null if none is.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> TryTidyAsync(StoredFiles seen, string? version, CancellationToken cancellation)
    {
        var isTidy = version is null || seen.Copied == version || await IsDoneAsync(() => CopyAsync(seen, version, cancellation));
        foreach (var (name, etag) in seen.NotNeededBy(version))
            isTidy &= await IsDoneAsync(() => container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.None, new() { IfMatch = etag }, cancellation));
        return isTidy;
    }

    /// <summary>Null if it is not there, as when its edition was replaced meanwhile.</summary>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A file of the edition that is public. Should it be replaced between looking into the row and opening the file, that of the new edition.</summary>
    /// <param name="findVersion">Looks into the row; null if nothing is public.</param>
    /// <param name="nameIn">What the file is called in an edition.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is none.</returns>
    public async Task<StoredFile?> OpenAsync(Func<Task<string?>> findVersion, Func<string, string> nameIn, CancellationToken cancellation)
    {
        for (string? before = null; await findVersion() is { } version && version != before; before = version)
        {
            if (await StoredFile.OpenAsync(container.GetBlobClient(nameIn(version)), cancellation) is { } file) return file;
        }

        return null;
    }

    async Task<Dictionary<DocumentPath, StoredFiles>> ListAsync(string? prefix, CancellationToken cancellation)
    {
        Dictionary<DocumentPath, StoredFiles> found = [];
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
        {
            if (DocumentPath.OfFile(blob.Name) is not { } path) continue;

            var files = found.GetValueOrDefault(path) ?? StoredFiles.None(path);
            found[path] = files with
            {
                All = files.All.Add(blob.Name, blob.Properties.ETag!.Value),
                Copied = blob.Name == path.Copy ? blob.Metadata.TryGetValue(Version, out var version) ? version : "" : files.Copied,
            };
        }

        return found;
    }

    /// <summary>Only over the copy that was seen, so that an older one never follows a newer.</summary>
    async Task CopyAsync(StoredFiles seen, string version, CancellationToken cancellation)
    {
        await using var pdf = await container.GetBlobClient(seen.Path.Pdf(version)).OpenReadAsync(cancellationToken: cancellation);
        var before = seen.All.TryGetValue(seen.Path.Copy, out var etag) ? new BlobRequestConditions { IfMatch = etag } : new() { IfNoneMatch = ETag.All };
        await UploadAsync(seen.Path.Copy, pdf, PdfType, cancellation, version, before);
    }

    /// <summary>False if the file is not the one that was seen any more. Where nothing is to be copied or deleted, somebody newer removed it.</summary>
    static async Task<bool> IsDoneAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 409 or 412)
        {
            return overtaken.Status == 404;
        }
    }

    async Task UploadAsync(string name, Stream content, string type, CancellationToken cancellation, string? version = null, BlobRequestConditions? conditions = null)
    {
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = type }, Conditions = conditions };
        if (version is not null) options.Metadata = new Dictionary<string, string> { [Version] = version };
        await container.GetBlobClient(name).UploadAsync(content, options, cancellation);
    }
}
