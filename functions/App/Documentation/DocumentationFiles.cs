using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>Container documentation. Only a document's PDF is ever replaced; page, content and pictures of an edition never change.</summary>
public sealed class DocumentationFiles(BlobServiceClient blobs)
{
    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Documentation);

    /// <summary>The files that are stored for a document, whether or not its row knows them.</summary>
    public async Task<StoredFiles> FindAsync(DocumentPath path, CancellationToken cancellation)
    {
        Dictionary<string, ETag> files = [];
        var found = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, path.Pdf[..^".pdf".Length], cancellation);
        await foreach (var blob in found)
        {
            if (blob.Name == path.Pdf || blob.Name.StartsWith(path.Editions, StringComparison.Ordinal)) files[blob.Name] = blob.Properties.ETag!.Value;
        }

        return new(path, files);
    }

    public Task PutPageAsync(DocumentPath path, string version, string html, CancellationToken cancellation) =>
        UploadAsync(path.Page(version), BinaryData.FromString(html).ToStream(), "text/html; charset=utf-8", null, cancellation);

    public Task PutContentAsync(DocumentPath path, string version, BinaryData content, CancellationToken cancellation) =>
        UploadAsync(path.Content(version), content.ToStream(), "application/json", null, cancellation);

    public Task PutPictureAsync(DocumentPath path, string version, Picture picture, CancellationToken cancellation) =>
        UploadAsync(path.Picture(version, picture.Name), BinaryData.FromBytes(picture.Bytes).ToStream(), picture.MediaType, null, cancellation);

    /// <summary>False if the PDF is not the one among <paramref name="seen"/> any more.</summary>
    public async Task<bool> TryPutPdfAsync(StoredFiles seen, Stream pdf, CancellationToken cancellation)
    {
        try
        {
            var condition = seen.Pdf is { } before ? new BlobRequestConditions { IfMatch = before } : new() { IfNoneMatch = ETag.All };
            await UploadAsync(seen.Path.Pdf, pdf, "application/pdf", condition, cancellation);
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

    /// <summary>A file to serve; null if it is not there.</summary>
    public async Task<StoredFile?> OpenAsync(string name, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        while (true)
        {
            try
            {
                var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var content = await blob.OpenReadAsync(new BlobOpenReadOptions(false) { Conditions = new() { IfMatch = properties.ETag } }, cancellation);
                await ReadAheadAsync(content, cancellation);
                return new(content, properties.ContentType, properties.ETag, properties.LastModified);
            }
            catch (RequestFailedException replaced) when (replaced.Status == 412)
            {
                // between the calls: the new one is as good
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                return null;
            }
        }
    }

    /// <summary>The stream fetches when it is read. Its first 4 MiB, mostly all there is, come now: a file that was replaced is noticed before the answer has begun.</summary>
    static async Task ReadAheadAsync(Stream content, CancellationToken cancellation)
    {
        _ = await content.ReadAsync(new byte[1], cancellation);
        content.Position = 0;
    }

    async Task UploadAsync(string name, Stream content, string type, BlobRequestConditions? condition, CancellationToken cancellation) =>
        await container.GetBlobClient(name).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new() { ContentType = type }, Conditions = condition }, cancellation);
}
