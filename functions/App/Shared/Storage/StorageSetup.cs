using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Shared.Storage;

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

/// <summary>Runs the set-up once the host has started and shown its first page, which does not wait for what is nearly always there already.</summary>
sealed partial class StorageStart(StorageSetup setup, ILogger<StorageStart> log) : BackgroundService
{
    static readonly TimeSpan AfterTheFirstPage = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterTheFirstPage; !stoppingToken.IsCancellationRequested; pause = BetweenTries)
        {
            try
            {
                await Task.Delay(pause, stoppingToken);
                await setup.CreateAsync();
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure.IsStorageFailure())
            {
                Log.NotCreated(log, failure.GetType().Name, (failure as RequestFailedException)?.ErrorCode);
            }
        }
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Storage could not be set up yet: {Failure}, {Code}")]
        public static partial void NotCreated(ILogger log, string failure, string? code);
    }
}
