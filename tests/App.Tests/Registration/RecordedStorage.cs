using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Tests.Registration;

/// <summary>
/// Table storage that writes down what a function asks it for while it runs, in order; what goes on beside it is left out. Hashes and ids
/// are blotted out.
/// </summary>
sealed partial class RecordedStorage(string function) : HttpPipelinePolicy, IDisposable
{
    readonly RecordedTraces traces = new(); // without a listener there are no spans to tell functions by
    ConcurrentQueue<string> calls = new();

    /// <summary>What was asked for since the last look; those asked at once in the order of their names.</summary>
    public IReadOnlyList<string> Take() => [.. Interlocked.Exchange(ref calls, new()).Order(StringComparer.Ordinal)];

    public void Replace(IServiceCollection services, string connection)
    {
        var options = new TableClientOptions();
        options.AddPolicy(this, HttpPipelinePosition.PerRetry);
        services.AddSingleton(new TableServiceClient(connection, options));
    }

    // nobody waits so
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (IsInside())
            calls.Enqueue($"{message.Request.Method} {Id().Replace(Uri.UnescapeDataString(message.Request.Uri.PathAndQuery), "#")}");
    }

    public void Dispose() => traces.Dispose();

    bool IsInside()
    {
        for (var span = Activity.Current; span is not null; span = span.Parent)
            if (span.DisplayName == function) return true;
        return false;
    }

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Id();
}
