using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Operations.Setup;

/// <summary>Creates the tables, queues and containers that are missing. In Azure the template has made them and nothing is left to do.</summary>
public sealed class StorageSetup(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    readonly Lock gate = new();
    Task? creation;

    /// <summary>Done once a process; everybody who needs the storage complete awaits the same work.</summary>
    public Task CreateAsync()
    {
        lock (gate) return creation = creation is null or { IsFaulted: true } or { IsCanceled: true } ? CreateMissingAsync() : creation;
    }

    async Task CreateMissingAsync() => await Task.WhenAll(
    [
        .. Tables.All.Split(';').Select(name => (Task)tables.CreateTableIfNotExistsAsync(name)),
        .. Queues.All.Split(';').Select(name => (Task)queues.GetQueueClient(name).CreateIfNotExistsAsync()),
        .. Containers.All.Split(';').Select(name => (Task)blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync()),
    ]);
}
