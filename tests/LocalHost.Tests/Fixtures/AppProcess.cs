using System.Diagnostics;
using System.Globalization;

namespace LocalHost.Tests.Fixtures;

/// <summary>The small app of Program.cs, run as a process of its own.</summary>
sealed class AppProcess : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    readonly Process _process;

    AppProcess(Process process) => _process = process;

    public static AppProcess Start(string[] arguments, string? path = null)
    {
        string[] command = [Environment.ProcessPath!, typeof(AppProcess).Assembly.Location, .. arguments];
        if (IgnoresInterrupts()) command = ["/usr/bin/env", "--default-signal=INT", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (path is not null) start.Environment["PATH"] = path;
        return new(Process.Start(start)!);
    }

    /// <summary>The address the ready line tells.</summary>
    public async Task<Uri> ReadyAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
                return new(line.Split(' ')[1]);
        throw new InvalidOperationException($"It ended without getting ready: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Its exit code and what it wrote to standard error, line by line.</summary>
    public async Task<(int Code, string[] Errors)> ExitAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The processes it started.</summary>
    public int[] Children() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? id : 0).Where(id => ParentOf(id) == _process.Id)];

    public static bool IsRunning(int id) => ParentOf(id) is not null;

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

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
