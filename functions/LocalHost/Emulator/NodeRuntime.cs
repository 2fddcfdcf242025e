using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>The Node.js that runs Azurite.</summary>
static class NodeRuntime
{
    const int OldestMajor = 20;

    /// <exception cref="CannotStartException">There is none, or it is too old.</exception>
    public static void Check()
    {
        var version = Version();
        if (version is null)
            throw new CannotStartException($"Node.js was not found: install Node.js {OldestMajor} or newer from https://nodejs.org, "
                + "open a new terminal and start again.");
        if (MajorOf(version) < OldestMajor)
            throw new CannotStartException($"Node.js {version} is too old: install Node.js {OldestMajor} or newer from "
                + "https://nodejs.org, open a new terminal and start again.");
    }

    static string? Version()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            return process.StandardOutput.ReadToEnd().Trim() is ['v', ..] version ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    static int MajorOf(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
