using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Starting;
using Content = ThaffFunctions.LocalHost.Worker.StreamingMessage.ContentOneofCase;

namespace ThaffFunctions.LocalHost.Worker;

/// <summary>The message stream with one worker. Requests wait for the answer with their request id.</summary>
sealed class WorkerChannel(string appFolder, ILoggerFactory logs)
{
    const string HostVersion = "4.1043.0"; // the version of the real host that this host imitates

    static readonly TimeSpan s_gracePeriod = TimeSpan.FromSeconds(5);

    readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    readonly ConcurrentDictionary<string, Action<RpcLog>> _listeners = new();
    readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<Exception> _loss = new(TaskCreationOptions.RunContinuationsAsynchronously);
    IReadOnlyDictionary<string, string> _capabilities = new Dictionary<string, string>();

    /// <summary>The worker's id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The address of the worker's web server; known after <see cref="OpenAsync"/>.</summary>
    public string HttpAddress => _capabilities.GetValueOrDefault("HttpUri")
        ?? throw new CannotStartException(
        "The app has no web server: Program.cs must call ConfigureFunctionsWebApplication() for HTTP functions to get their requests.");

    /// <summary>Completes when the connection is lost.</summary>
    public Task Lost => _loss.Task;

    /// <summary>Reads and writes messages until either side ends the stream.</summary>
    public async Task TalkAsync(IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> outgoing,
        CancellationToken cancellation)
    {
        var writing = WriteAsync(outgoing, cancellation);
        _connected.TrySetResult();
        try
        {
            while (await incoming.MoveNext(cancellation)) Take(incoming.Current);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException)
        {
            // the worker's process is gone
        }
        finally
        {
            _ended.TrySetResult();
            _outgoing.Writer.TryComplete();
            await Task.WhenAny(_loss.Task, Task.Delay(s_gracePeriod, CancellationToken.None)); // WorkerProcess knows the reason better
            Lose(new IOException("The worker ended the conversation."));
            await writing;
        }
    }

    /// <summary>
    /// Ends the connection: everything that waits for an answer fails with this exception. Only the first call's exception counts.
    /// </summary>
    public void Lose(Exception reason)
    {
        _loss.TrySetResult(reason);
        _outgoing.Writer.TryComplete();
    }

    /// <summary>Initialises the worker in the order of the real host (init, metadata, load); returns its functions.</summary>
    /// <exception cref="CannotStartException">The worker refuses, or it ended before that.</exception>
    public async Task<IReadOnlyList<Function>> OpenAsync(CancellationToken cancellation)
    {
        await UnlessLostAsync(_connected.Task, cancellation);
        WorkerInitRequest hello = new() { HostVersion = HostVersion, WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
        var init = (await AskAsync(new() { WorkerInitRequest = hello }, cancellation)).WorkerInitResponse;
        Check(init.Result, "The app could not be started");
        _capabilities = init.Capabilities;

        var metadata = (await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = appFolder } },
            cancellation)).FunctionMetadataResponse;
        Check(metadata.Result, "The app's functions could not be read");
        Function[] functions = [.. metadata.FunctionMetadataResults.Select(Function.Of)];
        await Task.WhenAll(functions.Select(function => LoadAsync(function, cancellation)));
        return functions;
    }

    /// <summary>Invokes a function and returns its result.</summary>
    /// <param name="function">The function.</param>
    /// <param name="invocation">The id of this invocation.</param>
    /// <param name="input">The value for the trigger's parameter.</param>
    /// <param name="values">Values that other parameters can bind to by name.</param>
    /// <param name="cancellation">Sends a cancellation to the worker; the function may then end early.</param>
    /// <param name="hear">Gets what the function logs until it ends.</param>
    public async Task<StatusResult> InvokeAsync(
        Function function, string invocation, TypedData input, IEnumerable<KeyValuePair<string, TypedData>> values,
        CancellationToken cancellation, Action<RpcLog>? hear = null)
    {
        InvocationRequest request = new()
        {
            InvocationId = invocation,
            FunctionId = function.Id,
            InputData = { new ParameterBinding { Name = function.Trigger.Parameter, Data = input } },
            TraceContext = new() { TraceParent = Activity.Current?.Id ?? "" },
        };
        foreach (var (name, value) in values) request.TriggerMetadata[name] = value;
        using var cancel = cancellation.Register(() => Tell(new() { InvocationCancel = new() { InvocationId = invocation } }));
        if (hear is not null) _listeners[invocation] = hear;
        try
        {
            return (await AskAsync(new() { InvocationRequest = request }, CancellationToken.None)).InvocationResponse.Result;
        }
        finally
        {
            _listeners.TryRemove(invocation, out _);
        }
    }

    /// <summary>
    /// Asks the worker to terminate, and waits for at most the grace period. Returns immediately if the worker never connected.
    /// </summary>
    public async Task TerminateAsync()
    {
        if (!_connected.Task.IsCompleted) return;

        Tell(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(s_gracePeriod) } });
        await Task.WhenAny(_ended.Task, Task.Delay(s_gracePeriod));
    }

    async Task LoadAsync(Function function, CancellationToken cancellation)
    {
        var loaded = await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.Id, Metadata = function.Metadata } },
            cancellation);
        Check(loaded.FunctionLoadResponse.Result, $"Function '{function.Name}' could not be loaded");
    }

    async Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellation)
    {
        message.RequestId = Guid.NewGuid().ToString();
        TaskCompletionSource<StreamingMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[message.RequestId] = answer;
        try
        {
            Tell(message);
            await UnlessLostAsync(answer.Task, cancellation);
            return await answer.Task;
        }
        finally
        {
            _asked.TryRemove(message.RequestId, out _);
        }
    }

    async Task UnlessLostAsync(Task task, CancellationToken cancellation)
    {
        if (await Task.WhenAny(task, _loss.Task).WaitAsync(cancellation) != task) throw await _loss.Task;
    }

    void Tell(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    void Take(StreamingMessage message)
    {
        if (message.ContentCase == Content.RpcLog)
            Write(message.RpcLog);
        else if (_asked.TryGetValue(message.RequestId, out var asked))
            asked.TrySetResult(message);
    }

    void Write(RpcLog log)
    {
        if (log.LogCategory == RpcLog.Types.RpcLogCategory.User && _listeners.TryGetValue(log.InvocationId, out var hear)) hear(log);
        var logger = logs.CreateLogger(log.Category);
        var problem = log.Exception is { Message.Length: > 0 } thrown ? new FunctionFailedException(thrown) : null;
        logger.Log((LogLevel)log.Level, default, log.Message, problem, (message, _) => message);
    }

    async Task WriteAsync(IServerStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation)) await outgoing.WriteAsync(message, cancellation);
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The worker's process has ended; the reading loop notices it too.
        }
    }

    static void Check(StatusResult result, string problem)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new CannotStartException($"{problem}: {result.Exception?.Message ?? result.Result}");
    }
}
