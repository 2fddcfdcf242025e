using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Storage;

/// <summary>What the host itself keeps in storage, in the container and under the names the real host uses.</summary>
sealed class HostStorage(IConfiguration configuration, AppFile app, ILogger<SingletonLock> logger)
{
    readonly Lazy<BlobContainerClient> _container = new(() =>
        new BlobContainerClient(configuration["AzureWebJobsStorage"], "azure-webjobs-hosts"));

    /// <summary>Names this app among all that share the storage: <c>AzureFunctionsWebHost:hostid</c>, or the app's assembly.</summary>
    public string HostId { get; } = configuration["AzureFunctionsWebHost:hostid"] is { Length: > 0 } id ? id : Plain(app.Name);

    public string TimersFolder => $"timers/{HostId}/";

    public string WatchedFolder => $"watched/{HostId}/";

    /// <summary>A lock only one host holds at a time.</summary>
    public SingletonLock LockFor(string name) => new(_container.Value.GetBlobClient($"locks/{HostId}/{name}"), logger);

    /// <summary>What was kept under the name, or <see langword="null"/>.</summary>
    public async Task<T?> ReadAsync<T>(string name, CancellationToken cancellation) where T : class
    {
        try
        {
            var found = await _container.Value.GetBlobClient(name).DownloadContentAsync(cancellation);
            return found.Value.Content.ToObjectFromJson<T>();
        }
        catch (RequestFailedException problem) when (problem.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync<T>(string name, T value, CancellationToken cancellation)
    {
        var blob = _container.Value.GetBlockBlobClient(name);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value)));
        try
        {
            await blob.UploadAsync(content, cancellationToken: cancellation);
        }
        catch (RequestFailedException problem) when (problem.ErrorCode == "ContainerNotFound")
        {
            await _container.Value.CreateIfNotExistsAsync(cancellationToken: cancellation);
            content.Position = 0;
            await blob.UploadAsync(content, cancellationToken: cancellation);
        }
    }

    /// <summary>Forgets timers and watched containers; locks stay with those who hold them.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        if (!await _container.Value.ExistsAsync(cancellation)) return;

        foreach (var folder in (string[])[TimersFolder, WatchedFolder])
            await foreach (var blob in _container.Value.GetBlobsAsync(new() { Prefix = folder }, cancellation))
                await _container.Value.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    static string Plain(string name) =>
        new([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
}
