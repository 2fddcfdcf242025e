using System.Diagnostics;
using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>
/// Does one of <see cref="HeavyWork"/> in a process that may not have more memory than the smallest instance the product runs on.
/// </summary>
static class LimitedProcess
{
    const int Megabytes = 512;

    /// <summary>In that process: what came of it, and the most memory it ever held, in MiB.</summary>
    public static void Main(string[] arguments)
    {
        string outcome;
        try
        {
            outcome = HeavyWork.All[arguments[0]]();
        }
        catch (InvalidDocumentException refused)
        {
            outcome = $"{refused.Problem}";
        }
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome} {self.PeakWorkingSet64 >> 20}"));
    }

    /// <summary>The heap is limited by the runtime; what a decoder takes beside it shows in the peak.</summary>
    public static string Run(string work)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LimitedProcess).Assembly.Location, work])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"{Megabytes << 20:X}");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, $"{work}: {errors.Result}");
        Assert.InRange(int.Parse(told[1], CultureInfo.InvariantCulture), 1, Megabytes + 64); // the runtime itself is no heap
        return told[0];
    }
}
