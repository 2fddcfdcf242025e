using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Setup;

/// <summary>
/// Creates the tables, queues and containers that are missing. In Azure the template has made them and nothing is left to do.
/// </summary>
public sealed class StorageSetup(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    readonly Lock gate = new();
    Task? creation;

    /// <summary>Runs once a process; all callers await the same task.</summary>
    public Task CreateAsync()
    {
        lock (gate) return creation = creation is null or { IsFaulted: true } or { IsCanceled: true } ? CreateMissingAsync() : creation;
    }

    /// <summary>
    /// Whether the set-up was done before: tables are created last, so one query tells. Queues and containers that a new version adds are
    /// created shortly after the start.
    /// </summary>
    public async Task<bool> IsDoneAsync(CancellationToken cancellation)
    {
        var present = await tables.QueryAsync(cancellationToken: cancellation).Select(table => table.Name)
            .ToHashSetAsync(cancellationToken: cancellation);
        return present.IsSupersetOf(Tables.All.Split(';'));
    }

    /// <summary>Looks anew: somebody may have deleted something since.</summary>
    public async Task CreateMissingAsync()
    {
        await Task.WhenAll(
        [
            .. Queues.All.Split(';').Select(name => (Task)queues.GetQueueClient(name).CreateIfNotExistsAsync()),
            .. Containers.All.Split(';').Select(name => CreateIfMissingAsync(blobs.GetBlobContainerClient(name))),
        ]);
        await Task.WhenAll(Tables.All.Split(';').Select(name => tables.CreateTableIfNotExistsAsync(name)));
    }

    /// <summary>Asks first: in Azure the app may not create containers that it only reads, not even those that are there.</summary>
    static async Task CreateIfMissingAsync(BlobContainerClient container)
    {
        if (!await container.ExistsAsync()) await container.CreateIfNotExistsAsync();
    }
}
