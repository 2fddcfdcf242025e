using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests;

/// <summary>
/// Storage that fails once, at the call a test says: before it reached the service, or after the service did what was asked. Calls are
/// counted whose address contains <paramref name="path"/>.
/// </summary>
sealed class FaultyStorage(bool isDone, string path = "") : HttpPipelinePolicy
{
    int left;
    int calls;

    /// <summary>How many calls went to such addresses so far.</summary>
    public int Calls => calls;

    /// <summary>Whether the fault has struck.</summary>
    public bool Struck => left <= 0;

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

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var concerned = message.Request.Uri.ToString().Contains(path, StringComparison.Ordinal);
        if (concerned) Interlocked.Increment(ref calls);
        var strikes = concerned && Interlocked.Decrement(ref left) == 0;
        if (strikes && !isDone) throw Fault();
        await ProcessNextAsync(message, pipeline);
        if (strikes) throw Fault();
    }

    static RequestFailedException Fault() => new(0, "The connection broke.", new IOException());
}
