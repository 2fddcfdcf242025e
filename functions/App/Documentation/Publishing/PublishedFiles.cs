using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// Container documentation. The files of an edition are stored before the entry names the edition, and are never changed. Only the copy of
/// the PDF is overwritten, after the entry has changed.
/// </summary>
public sealed class PublishedFiles(BlobServiceClient blobs)
{
    const string PdfType = "application/pdf", Version = "version";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Documentation);

    /// <summary>The files that are stored for a document, whether or not its entry names them.</summary>
    internal async Task<StoredFiles> FindAsync(DocumentPath path, CancellationToken cancellation) =>
        (await ListAsync(path.Prefix, cancellation)).GetValueOrDefault(path) ?? StoredFiles.None(path);

    /// <summary>The stored files of all documents: a few dozen for each session.</summary>
    internal Task<Dictionary<DocumentPath, StoredFiles>> AllAsync(CancellationToken cancellation) => ListAsync(null, cancellation);

    /// <summary>
    /// Stores the files of an edition, which nobody can see before the entry names it. The PDF is stored last: if it exists, the edition is
    /// complete. False if material was replaced or deleted since it was looked at.
    /// </summary>
    internal async Task<bool> TryPutAsync(DocumentPath path, string version, PreparedEdition edition, CancellationToken cancellation)
    {
        foreach (var material in edition.Materials)
        {
            await using var file = await material.OpenAsync(cancellation);
            if (file is null) return false;

            await UploadAsync(path.Material(version, material.Material.Name), file, material.Material.Kind.MediaType, cancellation);
        }

        foreach (var picture in edition.Pictures) await PutPictureAsync(path, version, picture, cancellation);
        if (edition.Content is { } content)
            await UploadAsync(path.Content(version), content.ToStream(), "application/json", cancellation);
        if (edition.Html is { } html)
            await UploadAsync(path.Page(version), BinaryData.FromString(html).ToStream(), "text/html; charset=utf-8", cancellation);
        await UploadAsync(path.Pdf(version), edition.Pdf.Content, PdfType, cancellation);
        return true;
    }

    internal Task PutPictureAsync(DocumentPath path, string version, Picture picture, CancellationToken cancellation) =>
        UploadAsync(path.Picture(version, picture.Name), BinaryData.FromBytes(picture.Bytes).ToStream(), picture.MediaType, cancellation);

    /// <summary>
    /// To be called after the entry has changed: updates the copy of the published PDF if necessary, and deletes files that are not needed
    /// any more. False if another process changed one of these files in the meantime.
    /// </summary>
    /// <param name="seen">The files as they were listed before.</param>
    /// <param name="version">The published edition; null if none is.</param>
    internal async Task<bool> TryTidyAsync(StoredFiles seen, string? version, CancellationToken cancellation)
    {
        var isTidy = version is null || seen.Copied == version || await IsDoneAsync(() => CopyAsync(seen, version, cancellation));
        foreach (var (name, etag) in seen.NotNeededBy(version))
        {
            var asSeen = new BlobRequestConditions { IfMatch = etag };
            isTidy &= await IsDoneAsync(() => container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.None, asSeen, cancellation));
        }

        return isTidy;
    }

    /// <summary>Null if the file does not exist, for example because its edition was replaced in the meantime.</summary>
    internal async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation)
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

    /// <summary>Null if the file does not exist, for example because its edition was replaced in the meantime.</summary>
    internal Task<StoredFile?> OpenAsync(string name, CancellationToken cancellation) =>
        StoredFile.OpenAsync(container.GetBlobClient(name), cancellation);

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

    /// <summary>Conditional on the ETag of the copy that was listed, so that an older PDF never overwrites a newer one.</summary>
    async Task CopyAsync(StoredFiles seen, string version, CancellationToken cancellation)
    {
        await using var pdf = await container.GetBlobClient(seen.Path.Pdf(version)).OpenReadAsync(cancellationToken: cancellation);
        var asSeen = seen.All.TryGetValue(seen.Path.Copy, out var etag)
            ? new BlobRequestConditions { IfMatch = etag }
            : new() { IfNoneMatch = ETag.All };
        await UploadAsync(seen.Path.Copy, pdf, PdfType, cancellation, version, asSeen);
    }

    /// <summary>
    /// False if the file changed since it was listed. If it is missing (404), a newer publication has already deleted it.
    /// </summary>
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

    async Task UploadAsync(
        string name,
        Stream content,
        string type,
        CancellationToken cancellation,
        string? version = null,
        BlobRequestConditions? conditions = null)
    {
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = type }, Conditions = conditions };
        if (version is not null) options.Metadata = new Dictionary<string, string> { [Version] = version };
        await container.GetBlobClient(name).UploadAsync(content, options, cancellation);
    }
}
