using System.Runtime.InteropServices;

/// <summary>
/// Runs in the app's process before its Main, since the host names this file in <c>DOTNET_STARTUP_HOOKS</c>: ends the process when its
/// standard input closes, so that a killed host leaves no worker behind, on every system. Ctrl-C in a terminal reaches the host alone,
/// which lets running functions come to their end before it ends the worker. The runtime asks for this name, without a namespace.
/// </summary>
static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (!OperatingSystem.IsWindows()) _ = SetProcessGroup(0, 0);
        new Thread(EndWithTheHost) { IsBackground = true, Name = "ends with the host" }.Start();
    }

    /// <summary>With zeros: this process leads a group of its own.</summary>
    [DllImport("libc", EntryPoint = "setpgid")]
    static extern int SetProcessGroup(int process, int group);

    static void EndWithTheHost()
    {
        using var input = Console.OpenStandardInput();
        Span<byte> buffer = stackalloc byte[1];
        while (input.Read(buffer) > 0)
        {
            // nobody writes; only the end matters
        }

        Environment.Exit(0);
    }
}
