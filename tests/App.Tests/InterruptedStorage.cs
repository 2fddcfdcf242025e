using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests;

/// <summary>Storage that lets something else happen, right before the call a test says: what one calls unlucky timing.</summary>
sealed class InterruptedStorage : HttpPipelinePolicy
{
    int left;
    bool always;
    Func<Task> interruption = () => Task.CompletedTask;
    Task happening = Task.CompletedTask;

    /// <param name="call">Counted from 1.</param>
    /// <param name="meanwhile">What happens; must not use this storage's clients.</param>
    public void At(int call, Func<Task> meanwhile) => (interruption, left) = (meanwhile, call);

    /// <summary>It happens before every call.</summary>
    public void Always(Func<Task> meanwhile) => (interruption, always) = (meanwhile, true);

    /// <summary>Whether it has happened, to its end: a call in the background may have met it. From here on nothing happens.</summary>
    public async Task<bool> EndAsync()
    {
        always = false;
        var happened = Interlocked.Exchange(ref left, 0) <= 0;
        await Volatile.Read(ref happening);
        return happened;
    }

    public void Replace(IServiceCollection services, string connection)
    {
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(this, HttpPipelinePosition.PerCall);
        var tables = new TableClientOptions();
        tables.AddPolicy(this, HttpPipelinePosition.PerCall);
        services.AddSingleton(new BlobServiceClient(connection, blobs));
        services.AddSingleton(new TableServiceClient(connection, tables));
    }

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Interlocked.Decrement(ref left) == 0 || always) await InterruptAsync();
        await ProcessNextAsync(message, pipeline);
    }

    async Task InterruptAsync()
    {
        var ended = new TaskCompletionSource();
        Volatile.Write(ref happening, ended.Task);
        try
        {
            await interruption();
        }
        finally
        {
            ended.SetResult();
        }
    }
}
