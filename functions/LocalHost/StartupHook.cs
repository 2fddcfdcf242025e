using System.Runtime.InteropServices;

/// <summary>
/// Runs in the app's process before Main, because the host puts this assembly into <c>DOTNET_STARTUP_HOOKS</c>. It ends the process when
/// its standard input closes, so that a killed host leaves no worker behind, on every operating system. It also makes the process
/// independent of the terminal's Ctrl-C, which then reaches only the host: the host waits for running functions before it ends the worker.
/// The runtime requires this class name without a namespace.
/// </summary>
static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (!OperatingSystem.IsWindows()) _ = SetProcessGroup(0, 0);
        new Thread(EndWithTheHost) { IsBackground = true, Name = "ends with the host" }.Start();
    }

    /// <summary>With two zeros, this process becomes the leader of a new process group.</summary>
    [DllImport("libc", EntryPoint = "setpgid")]
    static extern int SetProcessGroup(int process, int group);

    static void EndWithTheHost()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> buffer = stackalloc byte[1];
        while (input.Read(buffer) > 0)
        {
            // nothing is ever written to it; only its end matters
        }

        Environment.Exit(0);
    }
}
