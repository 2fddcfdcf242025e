using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;

namespace ThaffFunctions.Faults.Tests;

/// <summary>One instance: the local host and the worker it starts, two processes as in Azure.</summary>
sealed class AppProcess : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    readonly Process host;
    readonly StringBuilder errors = new();
    volatile bool isKilled; // a killed process is still listed for a moment

    AppProcess(Process host)
    {
        this.host = host;
        host.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        host.BeginErrorReadLine();
    }

    public HttpClient Http { get; } = new() { Timeout = s_patience };

    public bool IsAlive => !isKilled && !host.HasExited;

    /// <param name="settings">Settings as on the command line, without the dashes.</param>
    /// <param name="clock">The file of the app's clock.</param>
    public static async Task<AppProcess> StartAsync(IEnumerable<string> settings, string clock)
    {
        string[] arguments = [BuiltFiles.Host, $"--LocalHost:App={BuiltFiles.App}", "--port=0", .. settings.Select(setting => $"--{setting}")];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_STARTUP_HOOKS"] = BuiltFiles.ClockHook, ["CLOCK_FILE"] = clock },
        };
        var app = new AppProcess(Process.Start(start)!);
        using var patience = new CancellationTokenSource(s_patience);
        while (await app.host.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("Ready: ", StringComparison.Ordinal)) continue;

            _ = app.host.StandardOutput.ReadToEndAsync(CancellationToken.None); // so that the pipe never fills
            app.Http.BaseAddress = new(line.Split(' ')[1]);
            return app;
        }

        throw new InvalidOperationException($"The app did not start: {app.errors}");
    }

    /// <summary>As when power fails: SIGKILL to both.</summary>
    public void Kill()
    {
        isKilled = true;
        host.Kill(entireProcessTree: true); // nothing happens if it has exited
        host.WaitForExit();
    }

    /// <summary>Fires a timer or queue function and waits for its end.</summary>
    /// <returns>Whether it succeeded; false also if the app was killed meanwhile.</returns>
    public async Task<bool> FireAsync(string function, string input = "")
    {
        try
        {
            using var answer = await Http.PostAsJsonAsync($"/admin/functions/{function}", new { input });
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Kill();
        host.Dispose();
        Http.Dispose();
    }
}
