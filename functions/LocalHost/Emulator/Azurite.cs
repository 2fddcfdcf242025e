using System.Diagnostics;
using System.Globalization;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>
/// Azurite, the official storage emulator: an instance that is already running, or a child process that ends with the host.
/// </summary>
sealed class Azurite(IConfiguration configuration)
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(10);

    readonly AzuriteEndpoint _address = AzuriteEndpoint.From(configuration);
    Process? _process;

    /// <summary>Returns when storage answers.</summary>
    /// <exception cref="CannotStartException">It can't be started; the message contains the reason.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_address.Running is not null || !_address.IsUsedBy(configuration)) return;

        switch (await AzuritePort.CountAsync(_address.Ports, cancellation))
        {
            case 0:
                await StartChildAsync(cancellation);
                break;
            case var some when some < _address.Ports.Count: // another host may be starting it right now
                await AnswerAsync(() => false, $"An Azurite answers on some of the ports {string.Join(", ", _address.Ports)} only: stop "
                    + $"it, or choose {AzuriteEndpoint.OtherPorts}.", cancellation);
                break;
            default:
                Console.WriteLine($"Using the storage emulator that already answers on the ports {string.Join(", ", _address.Ports)}, with the "
                    + $"data that it holds; for one of its own choose {AzuriteEndpoint.OtherPorts}.");
                break;
        }
    }

    async Task StartChildAsync(CancellationToken cancellation)
    {
        var folder = Path.Combine(configuration.DataFolder(), "azurite");
        Folder.MakeWritable(folder);
        NodeRuntime.Check();
        Console.WriteLine($"Starting the storage emulator; its data is in {folder} ...");
        var process = _process = Launch(folder);
        await AnswerAsync(() => process.HasExited, "The storage emulator did not start; see its output above.", cancellation);
    }

    /// <summary>
    /// Ends the child process, if one was started: closes its standard input, so that it writes its data to disk and exits.
    /// </summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process) return;

        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(s_goodbye);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    Process Launch(string folder)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = BuildFolders.Npm,
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        string[] arguments =
        [
            "azurite.js", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", folder,
            "--blobPort", Text(_address.BlobPort), "--queuePort", Text(_address.QueuePort), "--tablePort", Text(_address.TablePort),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // read and ignored: a full pipe would block the child
        return process;
    }

    async Task AnswerAsync(Func<bool> isLost, string problem, CancellationToken cancellation)
    {
        var begun = Stopwatch.StartNew();
        while (await AzuritePort.CountAsync(_address.Ports, cancellation) < _address.Ports.Count)
        {
            if (isLost() || begun.Elapsed > s_patience) throw new CannotStartException(problem);
            await Task.Delay(50, cancellation);
        }
    }

    static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
