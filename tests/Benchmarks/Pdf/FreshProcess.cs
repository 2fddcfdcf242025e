using System.Diagnostics;
using System.Globalization;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>The first report a process writes, and the most memory that process ever held.</summary>
static class FreshProcess
{
    public const string Argument = "fresh-pdf";

    /// <summary>In the process that is measured.</summary>
    public static void Write(string writer, int pages)
    {
        var report = Report.OfPages(pages);
        using var output = File.Create(Path.GetTempFileName(), 64 * 1024, FileOptions.DeleteOnClose);
        var start = Stopwatch.GetTimestamp();
        PdfWriting.Writers[writer](report, output);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {self.PeakWorkingSet64 / 1048576.0}"));
    }

    /// <summary>Starts such a process; milliseconds of the first report, and the peak in MiB.</summary>
    public static (double Milliseconds, double Peak) Measure(string writer, int pages)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(FreshProcess).Assembly.Location, Argument, writer, $"{pages}"]) { RedirectStandardOutput = true })!;
        var told = process.StandardOutput.ReadToEnd().Trim().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        return (told[0], told[1]);
    }
}
