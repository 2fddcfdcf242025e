/// <summary>
/// Runs in the app's process before its Main, since the host names this file in <c>DOTNET_STARTUP_HOOKS</c>: ends the process when its
/// standard input closes, so that a killed host leaves no worker behind, on every system. The runtime asks for this name, without a namespace.
/// </summary>
static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize() => new Thread(EndWithTheHost) { IsBackground = true, Name = "ends with the host" }.Start();

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
