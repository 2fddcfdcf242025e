using System.Runtime.InteropServices;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Runs the host as a process until it is stopped or its worker ends.</summary>
static class LocalHostProcess
{
    /// <returns>The exit code: 0 if it was stopped, 1 if it could not start, the worker's exit code if the worker ended by
    /// itself.</returns>
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
            Console.WriteLine($"Staff pages: {host.Url}/redaktion (you are asked as whom: choose one with a role). Files: {host.Url}/_local#upload");
            await Task.WhenAny(stop.Task, worker.Exit, host.FailedAsync());
            if (stop.Task.IsCompleted) return 0;
            if (!worker.Exit.IsCompleted)
            {
                Console.Error.WriteLine("The background work of the local host failed; see the output above. Start it again.");
                return 1;
            }

            var code = await worker.Exit;
            if (code != 0) Console.Error.WriteLine($"The app ended with exit code {code}; see its output above.");
            return code;
        }
        catch (CannotStartException) when (stop.Task.IsCompleted)
        {
            return 0; // Ctrl-C ended the worker during the start
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
            signal.Cancel = true; // do not end now: the process ends after its child processes
            stop.TrySetResult();
            starting.Cancel();
        }
    }
}
