using System.Diagnostics;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>Runs a command as a person would, in the repository's folder.</summary>
static class CommandLine
{
    public static async Task<(int Code, string Output)> RunAsync(string command, IEnumerable<string> arguments,
        params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true
        };
        // as in a shell of one's own
        foreach (var name in new[] { "FunctionsCoreTools", "CI", "MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
