using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace LocalHost.Tests.Fixtures;

/// <summary>The host as a process of its own, which starts the small app as its worker.</summary>
sealed class AppProcess : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    readonly Process _process;
    readonly List<string> _said = [];
    Task? _draining;

    AppProcess(Process process) => _process = process;

    /// <summary>The small app's assembly.</summary>
    public static string SmallApp => Noted("Tests.SmallApp");

    /// <param name="arguments">What follows <c>--LocalHost:App</c> on the command line.</param>
    /// <param name="app">The app's assembly; the small app's when left out.</param>
    /// <param name="path">Where programs are looked for; as for the tests when left out.</param>
    /// <param name="ownGroup">Whether it gets a process group of its own, which can be signalled as a terminal does.</param>
    public static AppProcess Start(string[] arguments, string? app = null, string? path = null, bool ownGroup = false)
    {
        string[] command = [Environment.ProcessPath!, Noted("Tests.Host"), $"--LocalHost:App={app ?? SmallApp}", .. arguments];
        if (IgnoresInterrupts()) command = ["/usr/bin/env", "--default-signal=INT", .. command];
        if (ownGroup) command = ["/usr/bin/setsid", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (path is not null) start.Environment["PATH"] = path;
        return new(Process.Start(start)!);
    }

    /// <summary>What it wrote to standard output before the ready line.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>The address the ready line tells.</summary>
    public async Task<Uri> ReadyAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                _draining = _process.StandardOutput.ReadToEndAsync(CancellationToken.None); // so that the pipe never fills
                return new(line.Split(' ')[1]);
            }
            _said.Add(line);
        }

        throw new InvalidOperationException($"It ended without getting ready: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Its exit code and what it wrote to standard error, line by line.</summary>
    public async Task<(int Code, string[] Errors)> ExitAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        _draining ??= _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    public Task SignalAsync(string signal) => SignalAsync(signal, _process.Id);

    /// <summary>As Ctrl-C in a terminal does it: to all processes of the group.</summary>
    public Task SignalGroupAsync(string signal) => SignalAsync(signal, -_process.Id);

    public static async Task SignalAsync(string signal, int id)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", "--", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The processes it started: Azurite's, then the worker's.</summary>
    public int[] Children() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? id : 0)
            .Where(id => ParentOf(id) == _process.Id).Order()];

    public static bool IsRunning(int id) => ParentOf(id) is not null;

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    static string Noted(string key) =>
        typeof(AppProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(noted => noted.Key == key).Value!;

    /// <summary>A shell without job control starts what runs in the background deaf to Ctrl-C, and children inherit that.</summary>
    static bool IgnoresInterrupts()
    {
        const ulong interrupt = 1UL << 1; // SIGINT is signal 2
        if (!OperatingSystem.IsLinux()) return false;

        var mask = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (ulong.Parse(mask["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & interrupt) != 0;
    }

    static int? ParentOf(int id)
    {
        try
        {
            // pid (name) state parent …; a zombie no longer runs
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            return fields[0] == "Z" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
