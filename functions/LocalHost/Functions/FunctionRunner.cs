using System.Text.Json;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>Runs timer and queue functions in the worker.</summary>
sealed class FunctionRunner(WorkerChannel worker)
{
    static readonly Dictionary<string, TypedData> s_none = [];

    public Task RunTimerAsync(Function function, TimerRun run, CancellationToken cancellation, Action<RpcLog>? hear = null) =>
        RunAsync(function, new() { Json = JsonSerializer.Serialize(run) }, s_none, hear, cancellation);

    /// <param name="function">A queue function.</param>
    /// <param name="message">The text of the message.</param>
    /// <param name="values">Further metadata of the message, with the names that Azure's host uses.</param>
    /// <param name="cancellation">Signals the function that the host is stopping.</param>
    /// <param name="hear">Gets what the function logs.</param>
    public Task RunMessageAsync(Function function, string message, IReadOnlyDictionary<string, string?> values,
        CancellationToken cancellation, Action<RpcLog>? hear = null) =>
        RunAsync(function, new() { String = message },
            values.Where(value => value.Value is not null)
                .Select(value => KeyValuePair.Create(value.Key, new TypedData { String = value.Value })), hear, cancellation);

    /// <exception cref="FunctionFailedException">The function threw.</exception>
    async Task RunAsync(Function function, TypedData input, IEnumerable<KeyValuePair<string, TypedData>> values,
        Action<RpcLog>? hear, CancellationToken cancellation)
    {
        var result = await worker.InvokeAsync(function, Guid.NewGuid().ToString(), input, values, cancellation, hear);
        if (result.Status != StatusResult.Types.Status.Success)
            throw new FunctionFailedException(result.Exception ?? new() { Message = result.Result });
    }
}
