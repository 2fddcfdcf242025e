using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>A preview as it was seen.</summary>
/// <param name="Version">The fingerprint of the notes it was made from; null if there is none.</param>
/// <param name="ETag">Of the file; default if there is none.</param>
public sealed record StoredPreview(string? Version, ETag ETag)
{
    public static readonly StoredPreview None = new(null, default);
}

/// <summary>
/// Container entwurf: how notes would look that are marked as a draft, <c>session.pdf</c> for a session's and <c>folder/name.pdf</c> for those of
/// another document. The site does not serve it.
/// </summary>
public sealed class PreviewStore(BlobServiceClient blobs)
{
    const string Version = "version";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Previews);

    public static string NameOf(SessionId id) => $"{id}.pdf";

    public static string NameOf(DocumentPath path) => $"{path.Folder}/{path.Name}.pdf";

    public async Task<StoredPreview> SeeAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var properties = (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return Seen(properties.Metadata, properties.ETag);
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return StoredPreview.None;
        }
    }

    /// <summary>Those of all sessions that have one.</summary>
    public async Task<Dictionary<SessionId, StoredPreview>> SeeAllAsync(CancellationToken cancellation)
    {
        Dictionary<SessionId, StoredPreview> seen = [];
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
        {
            if (SessionId.Parse(Path.GetFileNameWithoutExtension(blob.Name)) is { } id && NameOf(id) == blob.Name) seen[id] = Seen(blob.Metadata, blob.Properties.ETag!.Value);
        }

        return seen;
    }

    /// <summary>False if the preview is not the one that was seen any more.</summary>
    public async Task<bool> TryPutAsync(string name, StoredPreview seen, string version, byte[] pdf, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(pdf), new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = "application/pdf" },
                Metadata = new Dictionary<string, string> { [Version] = version },
                Conditions = seen.Version is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = seen.ETag },
            }, cancellation);
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes it as it was seen; what somebody else wrote since then stays.</summary>
    public async Task RemoveAsync(string name, StoredPreview seen, CancellationToken cancellation)
    {
        if (seen.Version is null) return;

        try
        {
            await container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.None, new() { IfMatch = seen.ETag }, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
        }
    }

    static StoredPreview Seen(IDictionary<string, string> metadata, ETag etag) => new(metadata.TryGetValue(Version, out var version) ? version : "", etag);
}
