using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.Operations.Setup;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Operations.Setup;

public sealed class StorageSetupTests
{
    /// <summary>In Azure the template has made the containers, and the app may not even try for those that it only reads.</summary>
    [Fact]
    public async Task A_container_is_created_only_if_it_is_missing()
    {
        await using var stage = await Stage.OpenAsync();
        var created = new Creations();
        var options = new BlobClientOptions();
        options.AddPolicy(created, HttpPipelinePosition.PerCall);
        var blobs = new BlobServiceClient(stage.Storage, options);

        await SetUpAsync();
        Assert.Empty(created.Paths);

        await blobs.DeleteBlobContainerAsync(Containers.Failed);
        await SetUpAsync();
        Assert.EndsWith($"/{Containers.Failed}", Assert.Single(created.Paths), StringComparison.Ordinal);

        Task SetUpAsync() =>
            new StorageSetup(stage.Service<TableServiceClient>(), stage.Service<QueueServiceClient>(), blobs).CreateAsync();
    }

    sealed class Creations : HttpPipelineSynchronousPolicy
    {
        public ConcurrentQueue<string> Paths { get; } = [];

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Put) Paths.Enqueue(message.Request.Uri.ToUri().AbsolutePath);
        }
    }
}
