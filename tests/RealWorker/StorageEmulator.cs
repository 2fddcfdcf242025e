using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.RealWorker;

/// <summary>
/// Azurite in memory, on free ports, for the whole test run. Every stage gets an account of its own, so that none sees another's rows. There are a few
/// of them, since each works on one core and sorts what all its accounts hold again and again.
/// </summary>
sealed class StorageEmulator
{
    const int Count = 4;
    const int MostAccounts = 2000;
    const string Key = "dGVzdGtleXRlc3RrZXl0ZXN0a2V5dGVzdGtleXRlc3Q=";

    static readonly Lazy<Task<StorageEmulator[]>> Shared = new(() => Task.WhenAll(FreePorts(3 * Count).Chunk(3).Select(StartAsync)));
    static int accounts;

    readonly int[] ports;

    StorageEmulator(int[] ports) => this.ports = ports;

    /// <summary>The connection string of storage that nobody has used before.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var emulators = await Shared.Value;
        var account = Interlocked.Increment(ref accounts);
        if (account > MostAccounts) throw new InvalidOperationException($"More than {MostAccounts} stages: raise the number of accounts.");

        return emulators[account % Count].ConnectionString($"stage{account}");
    }

    string ConnectionString(string account) => string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{account};TableEndpoint=http://127.0.0.1:{ports[2]}/{account};");

    static async Task<StorageEmulator> StartAsync(int[] ports)
    {
        var start = new ProcessStartInfo("node", string.Create(CultureInfo.InvariantCulture,
            $"azurite.js --silent --disableTelemetry --skipApiVersionCheck --inMemoryPersistence --blobPort {ports[0]} --queuePort {ports[1]} --tablePort {ports[2]}"))
        {
            WorkingDirectory = BuildFolders.Npm,
            RedirectStandardInput = true, // it ends when this process does, however it ends
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, MostAccounts).Select(n => $"stage{n}:{Key}")) },
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(5));
        };
        foreach (var port in ports) await AnswersAsync(port, process);
        return new(ports);
    }

    static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }

    static async Task AnswersAsync(int port, Process process)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException("Azurite ended at once; what it printed stands above.");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
        }
    }
}
