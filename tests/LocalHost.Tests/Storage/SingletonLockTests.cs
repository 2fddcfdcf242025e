using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using LocalHost.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;
using ThaffFunctions.LocalHost.Storage;

namespace LocalHost.Tests.Storage;

public sealed class SingletonLockTests
{
    /// <summary>Once its own tries are over, the client throws an AggregateException: no RequestFailedException, and no end of the host.</summary>
    [Fact]
    public async Task Storage_that_does_not_answer_is_asked_again_and_again()
    {
        var calls = new Calls();
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } };
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        var blob = new BlobClient("DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=bm9ib2R5;BlobEndpoint=http://127.0.0.1:1/nobody;", "locks", "test", options);
        using var stop = new CancellationTokenSource();

        var holding = new SingletonLock(blob, NullLogger.Instance).HoldAsync(_ => Task.CompletedTask, stop.Token);
        await Eventually.See(() => holding.IsCompleted || calls.Count > 1, isRight: seen => seen);
        var failedAtOnce = holding.IsFaulted;
        await stop.CancelAsync();

        Assert.False(failedAtOnce);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holding);
    }

    sealed class Calls : HttpPipelineSynchronousPolicy
    {
        int count;

        public int Count => Volatile.Read(ref count);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
    }
}
