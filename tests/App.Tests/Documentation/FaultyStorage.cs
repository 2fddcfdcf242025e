using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Storage that fails once, at the call a test says: before it reached the service, or after the service did what was asked.</summary>
sealed class FaultyStorage(bool isDone) : HttpPipelinePolicy
{
    int left;

    public void StrikeAt(int call) => left = call;

    /// <summary>From here on nothing fails.</summary>
    /// <returns>Whether the fault has struck.</returns>
    public bool End() => Interlocked.Exchange(ref left, 0) <= 0;

    public void Replace(IServiceCollection services, string connection, int retries)
    {
        var blobs = new BlobClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.Zero } };
        blobs.AddPolicy(this, HttpPipelinePosition.PerRetry);
        var tables = new TableClientOptions { Retry = { MaxRetries = retries, Delay = TimeSpan.Zero } };
        tables.AddPolicy(this, HttpPipelinePosition.PerRetry);
        services.AddSingleton(new BlobServiceClient(connection, blobs));
        services.AddSingleton(new TableServiceClient(connection, tables));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline); // nobody waits so

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var strikes = Interlocked.Decrement(ref left) == 0;
        if (strikes && !isDone) throw Fault();
        await ProcessNextAsync(message, pipeline);
        if (strikes) throw Fault();
    }

    static RequestFailedException Fault() => new(0, "The connection broke.", new IOException());
}
