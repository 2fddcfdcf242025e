using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using LocalHost.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;
using ThaffFunctions.LocalHost.Storage;

namespace LocalHost.Tests.Storage;

public sealed class SingletonLockTests
{
    /// <summary>
    /// Once its own tries are over, the client throws an AggregateException: no RequestFailedException, and no end of the host.
    /// </summary>
    [Fact]
    public async Task Storage_that_does_not_answer_is_asked_again_and_again()
    {
        using var stop = new CancellationTokenSource();
        var calls = new Calls(_ => { });

        var holding = new SingletonLock(Unreachable(calls), NullLogger.Instance).HoldAsync(_ => Task.CompletedTask, stop.Token);
        await Eventually.See(() => holding.IsCompleted || calls.Count > 2, isRight: seen => seen);
        var failedAtOnce = holding.IsFaulted;
        await stop.CancelAsync();

        Assert.False(failedAtOnce);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holding);
    }

    /// <summary>Told to stop between two of its own tries, the client throws an AggregateException as well.</summary>
    [Fact]
    public async Task Being_stopped_between_two_tries_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        var calls = new Calls(count =>
        {
            if (count == 2) stop.Cancel();
        });

        var holding = new SingletonLock(Unreachable(calls), NullLogger.Instance).HoldAsync(_ => Task.CompletedTask, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => holding);
    }

    static BlobClient Unreachable(Calls calls)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.Zero } };
        options.AddPolicy(calls, HttpPipelinePosition.PerRetry);
        return new("DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=bm9ib2R5;BlobEndpoint=http://127.0.0.1:1/nobody;", "locks",
            "test", options);
    }

    sealed class Calls(Action<int> made) : HttpPipelineSynchronousPolicy
    {
        int count;

        public int Count => Volatile.Read(ref count);

        public override void OnSendingRequest(HttpMessage message) => made(Interlocked.Increment(ref count));
    }
}
