using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Worker;

/// <summary>
/// The app as a child process, started in the same way as by the real host. Nothing is written to the pipe of its standard input: when the
/// pipe closes, for whatever reason the host ended, <see cref="StartupHook"/> ends the process.
/// </summary>
sealed partial class WorkerProcess : IAsyncDisposable
{
    const string StartupHooks = "DOTNET_STARTUP_HOOKS";

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    readonly Process _process;
    readonly WorkerChannel _channel;
    readonly ConcurrentQueue<string> _heldErrors = new();
    readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool _isReady;
    volatile bool _isEnding;

    WorkerProcess(ProcessStartInfo start, WorkerChannel channel)
    {
        _channel = channel;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _ = WatchAsync();
        _ = EndWithTheConversationAsync();
    }

    /// <summary>The process's exit code, once it has ended.</summary>
    public Task<int> Exit => _exit.Task;

    public static WorkerProcess Start(AppFile app, Uri server, WorkerChannel channel, IConfiguration settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = app.Folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows()) start.CreateNewProcessGroup = true; // on other systems StartupHook does it
        foreach (var argument in Arguments(app, server, channel)) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("LocalHost__", StringComparison.OrdinalIgnoreCase))
            .ToArray())
            start.Environment.Remove(name); // settings of the host itself
        foreach (var (name, value) in settings.AsEnumerable())
            if (value is not null && !name.StartsWith(SettingNames.Section, StringComparison.OrdinalIgnoreCase))
                start.Environment[name.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)] = value;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        var hook = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHooks] = start.Environment.TryGetValue(StartupHooks, out var others)
            ? $"{hook}{Path.PathSeparator}{others}"
            : hook;
        return new(start, channel);
    }

    /// <summary>From now on, the app's standard error is written to the console as it arrives.</summary>
    public void MarkReady()
    {
        _isReady = true;
        PassErrorsOn();
    }

    public async ValueTask DisposeAsync()
    {
        _isEnding = true;
        if (!_process.HasExited)
        {
            await _channel.TerminateAsync();
            _process.StandardInput.Close();
            if (await Task.WhenAny(_exit.Task, Task.Delay(s_patience)) != _exit.Task) _process.Kill(entireProcessTree: true);
        }

        await _exit.Task;
        _process.Dispose();
    }

    static string[] Arguments(AppFile app, Uri server, WorkerChannel channel)
    {
        var (request, length) = (Guid.NewGuid().ToString(), int.MaxValue.ToString(CultureInfo.InvariantCulture));
        return
        [
            app.Path,
            "--functions-uri", server.AbsoluteUri, "--functions-worker-id", channel.Id, "--functions-request-id", request,
            "--functions-grpc-max-message-length", length,
        ];
    }

    async Task WatchAsync()
    {
        await _process.WaitForExitAsync(); // also waits for the end of standard error
        _channel.Lose(_isReady ? new IOException("The app ended.") : new CannotStartException(Reason()));
        _exit.SetResult(_process.ExitCode);
    }

    /// <summary>
    /// Ends the worker's process when the connection is lost, because it can't run anything then; the host ends after it.
    /// </summary>
    async Task EndWithTheConversationAsync()
    {
        await _channel.Lost;
        if (!_isEnding && !_exit.Task.IsCompleted && !_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    void TakeError(string? line)
    {
        if (line is null) return;
        _heldErrors.Enqueue(line);
        if (_isReady) PassErrorsOn();
    }

    void PassErrorsOn()
    {
        while (_heldErrors.TryDequeue(out var line)) Console.Error.WriteLine(line);
    }

    /// <summary>
    /// The reason why the app ended before it was ready: the message of its unhandled exception, without the stack trace.
    /// </summary>
    string Reason()
    {
        var said = string.Join('\n', _heldErrors);
        if (UnhandledException().Match(said) is { Success: true } unhandled) return unhandled.Groups["message"].Value.Trim();

        PassErrorsOn();
        return $"The app ended with exit code {_process.ExitCode} before it was ready.";
    }

    [GeneratedRegex(@"^Unhandled exception\. [\w.+`]+(Exception)?: (?<message>.*?)(\n   at |\n ---> |\z)",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex UnhandledException();
}
