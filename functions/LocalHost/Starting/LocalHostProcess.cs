using System.Runtime.InteropServices;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The host as a process: until somebody stops it, or its worker ends.</summary>
static class LocalHostProcess
{
    /// <returns>The exit code: 0 when it was stopped, 1 when it could not start, the worker's own when that ended by itself.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var starting = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var server = await WorkerServer.StartAsync();
            await using var host = new LocalFunctionsHost(args);
            WorkerProcess? worker = null;
            await host.StartAsync(server,
                (app, server, channel, settings) => worker = WorkerProcess.Start(app, server.Uri, channel, settings), starting.Token);
            worker!.MarkReady();
            Console.WriteLine($"Ready: {host.Url}/ (mailbox: {host.Url}/_local/mailbox, all else: {host.Url}/_local)");
            await Task.WhenAny(stop.Task, worker.Exit, host.FailedAsync());
            if (stop.Task.IsCompleted) return 0;
            if (!worker.Exit.IsCompleted)
            {
                Console.Error.WriteLine("The local host's own work behind the pages failed; what it said stands above. Start it again.");
                return 1;
            }

            var code = await worker.Exit;
            if (code != 0) Console.Error.WriteLine($"The app ended with exit code {code}; what it said stands above.");
            return code;
        }
        catch (CannotStartException) when (stop.Task.IsCompleted)
        {
            return 0; // Ctrl-C reached the worker before the host
        }
        catch (CannotStartException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
        catch (IOException problem)
        {
            Console.Error.WriteLine($"The app could not be started: {problem.Message}");
            return 1;
        }
        catch (OperationCanceledException) when (starting.IsCancellationRequested)
        {
            return 0;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true; // the process ends when everything it started has ended
            stop.TrySetResult();
            starting.Cancel();
        }
    }
}
