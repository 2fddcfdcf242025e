using Azure.Storage.Blobs;

namespace ThaffFunctions.Shared.Storage;

/// <summary>What outlives the data account: a container of another account.</summary>
public sealed class BackupStorage(BlobServiceClient blobs)
{
    /// <summary>The setting with the connection to that account.</summary>
    public const string Setting = "BackupStorage";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Backup);

    /// <summary>The container, made if it is missing; in Azure the template has made it.</summary>
    public async Task<BlobContainerClient> OpenAsync(CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation)) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        return container;
    }
}
