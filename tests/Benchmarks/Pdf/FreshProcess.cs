using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>
/// The first report that a process writes, and the most memory that the process ever held. The process is the small program FirstPdf,
/// published like the product: for this system, not self-contained, compiled ahead (ReadyToRun) together with the library and with
/// SkiaSharp, without dynamic profiles. The start of the runtime is not measured; what the first report loads and compiles is, down to
/// OpenSSL for the file's identifier (8 ms), which the product has loaded before.
/// </summary>
static class FreshProcess
{
    static readonly Lazy<string> Folder = new(Publish);

    /// <summary>Starts such a process; milliseconds of the first report, and the peak in MiB.</summary>
    public static (double Milliseconds, double Peak) Measure(string writer, int pages)
    {
        var told = Run(Path.Combine(Folder.Value, "FirstPdf.dll"), writer, $"{pages}").Trim().Split(' ');
        return (double.Parse(told[0], CultureInfo.InvariantCulture), double.Parse(told[1], CultureInfo.InvariantCulture));
    }

    static string Publish()
    {
        var project = typeof(FreshProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "FirstPdf").Value!;
        var folder = Directory.CreateTempSubdirectory("first-pdf").FullName;
        Run("publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-o", folder);
        return folder;
    }

    static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? told : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {told}");
    }
}
