using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>Container entwurf: the previews of drafts. Only staff are shown them.</summary>
public sealed class PreviewStore(BlobServiceClient blobs)
{
    const string Version = "version";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Previews);

    internal async Task<StoredPreview> FindAsync(DocumentPath path, CancellationToken cancellation)
    {
        try
        {
            var properties = (await container.GetBlobClient(path.Preview).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return Read(properties.Metadata, properties.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return StoredPreview.None;
        }
    }

    /// <summary>For serving; null if there is none.</summary>
    internal Task<StoredFile?> OpenAsync(DocumentPath path, CancellationToken cancellation) =>
        StoredFile.OpenAsync(container.GetBlobClient(path.Preview), cancellation);

    /// <summary>The previews of all sessions.</summary>
    internal async Task<Dictionary<DocumentPath, StoredPreview>> OfSessionsAsync(CancellationToken cancellation)
    {
        Dictionary<DocumentPath, StoredPreview> found = [];
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (DocumentPath.SessionOfPreview(blob.Name) is { } id)
                found[DocumentPath.Of(id)] = Read(blob.Metadata, blob.Properties.ETag!.Value);
        }

        return found;
    }

    /// <summary>False if another process changed the preview since it was read.</summary>
    internal Task<bool> TryPutAsync(DocumentPath path, StoredPreview seen, string version, byte[] pdf, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/pdf" },
            Metadata = new Dictionary<string, string> { [Version] = version },
            Conditions = seen.Version is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = seen.ETag },
        };
        return OptimisticConcurrency.TryAsync(
            () => container.GetBlobClient(path.Preview).UploadAsync(BinaryData.FromBytes(pdf), options, cancellation));
    }

    /// <summary>Deletes the preview if its ETag is still the one that was read; a newer preview stays.</summary>
    internal async Task RemoveAsync(DocumentPath path, StoredPreview seen, CancellationToken cancellation)
    {
        if (seen.Version is null) return;

        await OptimisticConcurrency.TryAsync(() => container.GetBlobClient(path.Preview)
            .DeleteIfExistsAsync(DeleteSnapshotsOption.None, new() { IfMatch = seen.ETag }, cancellation));
    }

    static StoredPreview Read(IDictionary<string, string> metadata, ETag etag) =>
        new(metadata.TryGetValue(Version, out var version) ? version : "", etag);
}
