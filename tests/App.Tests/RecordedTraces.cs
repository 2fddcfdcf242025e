using System.Collections.Concurrent;
using System.Diagnostics;

namespace ThaffFunctions.Tests;

/// <summary>
/// Keeps every span of this process as an exporter would: name, status, tags and events. Tests that run beside this one are in it too.
/// </summary>
sealed class RecordedTraces : IDisposable
{
    readonly ActivityListener listener;

    public RecordedTraces()
    {
        listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Spans.Enqueue(activity),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public IEnumerable<string> Texts => Spans.Select(span => string.Join("; ",
    [
        span.DisplayName, span.StatusDescription,
        .. Values(span.TagObjects), .. span.Events.SelectMany(one => Values(one.Tags).Prepend(one.Name)),
        .. Values(span.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))),
    ]));

    public void Dispose() => listener.Dispose();

    static IEnumerable<string> Values(IEnumerable<KeyValuePair<string, object?>> tags) => tags.Select(tag => $"{tag.Key}={tag.Value}");
}
