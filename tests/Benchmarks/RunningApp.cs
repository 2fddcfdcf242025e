using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace ThaffFunctions.Benchmarks;

/// <summary>The product or the empty app as a process of its own.</summary>
sealed class RunningApp : IAsyncDisposable
{
    readonly Process process;

    RunningApp(Process process, HttpClient http, TimeSpan start) => (this.process, Http, UntilFirstPage) = (process, http, start);

    public HttpClient Http { get; }

    /// <summary>From starting the process to the first page's last byte.</summary>
    public TimeSpan UntilFirstPage { get; }

    public static Task<RunningApp> ProductAsync(Storage storage, params string[] settings) => StartAsync("Product", FreePort(), port =>
        ["--port", $"{port}", $"--LocalHost:Azurite={storage.ConnectionString}", $"--LocalHost:DataFolder={storage.Folder}", .. settings]);

    public static Task<RunningApp> EmptyAsync() => StartAsync("EmptyApp", FreePort(), port => ["--urls", $"http://127.0.0.1:{port}"]);

    static async Task<RunningApp> StartAsync(string app, int port, Func<int, string[]> arguments)
    {
        var path = typeof(RunningApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == app).Value!;
        var start = new ProcessStartInfo("dotnet", [path, .. arguments(port)]) { RedirectStandardOutput = true, RedirectStandardInput = true };
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
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
