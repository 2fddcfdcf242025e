using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests.Registration;

/// <summary>
/// Storage that writes down what functions ask its tables and blobs for while they run, in order; what goes on beside it is left out.
/// Hashes and ids are blotted out.
/// </summary>
sealed partial class RecordedStorage(params string[] functions) : HttpPipelinePolicy, IDisposable
{
    readonly RecordedTraces traces = new(); // without a listener there are no spans to tell functions by
    ConcurrentQueue<string> calls = new();
    int rows;

    /// <summary>What was asked for since the last look; those asked at once in the order of their names.</summary>
    public IReadOnlyList<string> Take() => [.. Interlocked.Exchange(ref calls, new()).Order(StringComparer.Ordinal)];

    /// <summary>How many rows queries found since the last look.</summary>
    public int TakeRows() => Interlocked.Exchange(ref rows, 0);

    public void Replace(IServiceCollection services, string connection)
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        services.AddSingleton(new TableServiceClient(connection, options));
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(this, HttpPipelinePosition.PerRetry);
        services.AddSingleton(new BlobServiceClient(connection, blobs));
    }

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (!IsInside()) return;

        if (message.Request.Uri.Path.EndsWith("()", StringComparison.Ordinal) && message.Response is { Status: 200 } answer)
            Interlocked.Add(ref rows, RowMark().Count(answer.Content.ToString()));
        calls.Enqueue($"{message.Request.Method} {Id().Replace(Uri.UnescapeDataString(message.Request.Uri.PathAndQuery), "#")}");
    }

    public void Dispose() => traces.Dispose();

    bool IsInside()
    {
        for (var span = Activity.Current; span is not null; span = span.Parent)
            if (functions.Contains(span.DisplayName)) return true;
        return false;
    }

    [GeneratedRegex("\"PartitionKey\":")]
    private static partial Regex RowMark();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Id();
}
