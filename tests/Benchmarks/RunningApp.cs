using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ThaffFunctions.Benchmarks;

/// <summary>A published app under the local host: two processes, as in Azure.</summary>
sealed class RunningApp : IAsyncDisposable
{
    readonly Process host;

    RunningApp(Process host, HttpClient http, TimeSpan start) => (this.host, Http, UntilFirstPage) = (host, http, start);

    public HttpClient Http { get; }

    /// <summary>From starting the host's process to the first page's last byte.</summary>
    public TimeSpan UntilFirstPage { get; }

    /// <summary>What the worker's process holds in memory and has held at most, in MiB (Linux).</summary>
    public (double Now, double Most) WorkerMemory
    {
        get
        {
            var status = File.ReadLines($"/proc/{WorkerId()}/status").ToList();
            return (Read("VmRSS:"), Read("VmHWM:"));

            double Read(string name) =>
                double.Parse(status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ',
                    StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    public static Task<RunningApp> ProductAsync(Storage storage, params string[] settings) =>
        StartAsync(storage, PublishedApps.Product, [], settings);

    /// <param name="storage">What both processes stand on.</param>
    /// <param name="environment">What they find in their environment.</param>
    /// <param name="settings">As on the command line; the last of a name counts.</param>
    public static Task<RunningApp> ProductAsync(Storage storage, Dictionary<string, string> environment, string[] settings) =>
        StartAsync(storage, PublishedApps.Product, environment, settings);

    public static Task<RunningApp> EmptyAsync(Storage storage) => StartAsync(storage, PublishedApps.Empty, []);

    static async Task<RunningApp> StartAsync(Storage storage, string app, Dictionary<string, string> environment, params string[] settings)
    {
        var port = FreePort();
        string[] arguments =
        [
            PublishedApps.Host, $"--LocalHost:App={app}", $"--LocalHost:SettingsFolder={PublishedApps.Settings}", $"--port={port}", $"--LocalHost:Azurite={storage.ConnectionString}", $"--LocalHost:DataFolder={storage.Folder}", .. settings,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        while (true)
        {
            try
            {
                (await http.GetAsync("/")).EnsureSuccessStatusCode();
                return new(process, http, watch.Elapsed);
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(1);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        using var kill = Process.Start("kill", ["-TERM", $"{host.Id}"]);
        await host.WaitForExitAsync();
        host.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The host's only child while Azurite is not its own.</summary>
    int WorkerId() => Directory.EnumerateDirectories($"/proc/{host.Id}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Single();
}
