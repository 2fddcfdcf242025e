using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>
/// Replaces Event Grid: polls the watched containers and sends a message to the container's queue for every blob that was created, replaced
/// or deleted. The last listing that was reported is kept in storage, so a restart neither loses a change nor reports old ones again.
/// Delivery is at-least-once, as with Event Grid: if the process is killed between sending and saving, the change is sent again.
/// </summary>
sealed class BlobWatcher(
    HostStorage storage, TimeProvider clock, IConfiguration configuration, BackgroundStart background, PollPauses pauses)
    : BackgroundService
{
    static readonly TimeSpan s_forever = TimeSpan.FromSeconds(-1);

    readonly IReadOnlyList<WatchedContainer> _watched = WatchedContainer.From(configuration);
    readonly string? _connection = configuration["DataStorage"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await background.AllowedAsync(stoppingToken);
        await Task.WhenAll(_watched.Select(watched =>
            storage.LockFor($"{watched.Container}.Watcher").HoldAsync(held => WatchAsync(watched, held), stoppingToken)));
    }

    async Task WatchAsync(WatchedContainer watched, CancellationToken stop)
    {
        var container = new BlobContainerClient(_connection, watched.Container);
        var queue = new QueueClient(_connection, watched.Queue);
        var kept = $"{storage.WatchedFolder}{watched.Container}";
        var known = await storage.ReadAsync<Dictionary<string, BlobState>>(kept, stop) ?? [];
        while (true)
        {
            if (await LookAsync(container, stop) is { } found && BlobChange.Between(known, found) is { Count: > 0 } changes)
            {
                await TellAsync(changes, container.Uri, queue, stop);
                await storage.WriteAsync(kept, known = found, stop);
            }

            await pauses.WaitAsync(container.Uri, TimeSpan.MaxValue, stop);
        }
    }

    /// <summary>The container's blobs; <see langword="null"/> if the container does not exist yet.</summary>
    static async Task<Dictionary<string, BlobState>?> LookAsync(BlobContainerClient container, CancellationToken stop)
    {
        Dictionary<string, BlobState> found = [];
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: stop)) found[blob.Name] = StateOf(blob);
            return found;
        }
        catch (RequestFailedException problem) when (problem.Status == 404)
        {
            return null;
        }
    }

    async Task TellAsync(IReadOnlyList<BlobChange> changes, Uri container, QueueClient queue, CancellationToken stop)
    {
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        foreach (var change in changes)
            await queue.SendMessageAsync(BlobEvent.Of(change, container, clock.GetUtcNow()).ToJsonString(), timeToLive: s_forever,
                cancellationToken: stop);
        pauses.End(queue.Uri);
    }

    static BlobState StateOf(BlobItem blob) =>
        new(blob.Name, blob.Properties.ETag.GetValueOrDefault().ToString("G").Trim('"'), blob.Properties.ContentLength ?? 0,
            blob.Properties.ContentType ?? "application/octet-stream");
}
