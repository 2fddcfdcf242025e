using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.LocalHost.Emulator;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Fixtures;

/// <summary>One Azurite in memory for the whole test run, on ports of its own choosing. It ends with the run: its standard input closes.</summary>
static partial class TestStorage
{
    static Process? s_azurite; // held on to: collected, it would close the child's standard input
    static readonly Lazy<Task<string>> s_connection = new(StartAsync);

    public static Task<string> ConnectionAsync() => s_connection.Value;

    static async Task<string> StartAsync()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = BuildFolders.Npm, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])
                 ["azurite.js", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
            start.ArgumentList.Add(argument);
        var azurite = s_azurite = Process.Start(start)!;

        List<int> ports = [];
        while (ports.Count < 3)
            if (Listening().Match(await azurite.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite did not start.")) is { Success: true } match)
                ports.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        _ = azurite.StandardOutput.ReadToEndAsync(); // read and let go, so that the pipe never fills

        return new StorageAddress(ports[0], ports[1], ports[2], Running: null).ConnectionString;
    }

    [GeneratedRegex(@"successfully listening at http://[^:]+:(\d+)")]
    private static partial Regex Listening();
}
