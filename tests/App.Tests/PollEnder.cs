using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.Tests;

/// <summary>
/// Tells the host of every message and every blob that the app or a test has just written, so that its functions run at once and idle
/// stages need hardly poll. A message that is written in another way is found too: the host still polls once a second.
/// </summary>
sealed class PollEnder(PollPauses pauses) : HttpPipelinePolicy
{
    /// <summary>The account and the queue or container, in the emulator's addresses.</summary>
    const int Segments = 3;

    public void AddTo(IServiceCollection services, string connection)
    {
        var queues = new QueueClientOptions();
        queues.AddPolicy(this, HttpPipelinePosition.PerCall);
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(this, HttpPipelinePosition.PerCall);
        services.AddSingleton(new QueueServiceClient(connection, queues));
        services.AddSingleton(new BlobServiceClient(connection, blobs));
    }

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head) return;

        var uri = message.Request.Uri.ToUri();
        pauses.End(new(uri, string.Concat(uri.Segments.Take(Segments)).TrimEnd('/')));
    }
}
