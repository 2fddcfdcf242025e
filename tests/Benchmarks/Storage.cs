using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.Benchmarks;

/// <summary>One Azurite, in memory, for everything that is measured in one run.</summary>
sealed class Storage : IAsyncDisposable
{
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly Process process;

    Storage(Process process, string connectionString) => (this.process, ConnectionString) = (process, connectionString);

    public string ConnectionString { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("thaff-benchmarks").FullName;

    public static async Task<Storage> StartAsync()
    {
        int[] ports = [RunningApp.FreePort(), RunningApp.FreePort(), RunningApp.FreePort()];
        var folder = typeof(CannotStartException).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(noted => noted.Key == "LocalHost.NpmFolder").Value!;
        string[] arguments =
        [
            "azurite.js", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
        foreach (var port in ports) await AnswersAsync(port);
        return new(process, $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};");
    }

    static async Task AnswersAsync(int port)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
