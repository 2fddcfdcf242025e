using System.Text.Json;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs timer and queue functions in the worker.</summary>
sealed class FunctionRunner(WorkerChannel worker)
{
    static readonly Dictionary<string, TypedData> s_none = [];

    public Task RunTimerAsync(Function function, TimerRun run, CancellationToken cancellation) =>
        RunAsync(function, new() { Json = JsonSerializer.Serialize(run) }, s_none, cancellation);

    /// <param name="function">A queue function.</param>
    /// <param name="message">The message's text.</param>
    /// <param name="values">What else is known of the message, by the names of Azure's host.</param>
    /// <param name="cancellation">Tells the function that the host stops.</param>
    public Task RunMessageAsync(Function function, string message, IReadOnlyDictionary<string, string?> values,
        CancellationToken cancellation) =>
        RunAsync(function, new() { String = message },
            values.Where(value => value.Value is not null)
                .Select(value => KeyValuePair.Create(value.Key, new TypedData { String = value.Value })), cancellation);

    /// <exception cref="FunctionFailedException">The function threw.</exception>
    async Task RunAsync(Function function, TypedData input, IEnumerable<KeyValuePair<string, TypedData>> values,
        CancellationToken cancellation)
    {
        var result = await worker.InvokeAsync(function, Guid.NewGuid().ToString(), input, values, cancellation);
        if (result.Status != StatusResult.Types.Status.Success)
            throw new FunctionFailedException(result.Exception ?? new() { Message = result.Result });
    }
}
