using System.Diagnostics;
using AccessiblePdf.Model;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>
/// Our tagged PDF beside an untagged one by SkiaSharp, in turns, and beside what Chromium and LibreOffice print, where they are installed.
/// </summary>
static class PdfWriting
{
    const int Colds = 9, LongReport = 300;

    public static void Measure()
    {
        Console.WriteLine();
        Console.WriteLine("| PDF report | pages | warm ms | first in a process, as deployed, ms | peak MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (pages, turns) in new[] { (3, 300), (60, 60) })
        {
            var report = Report.OfPages(pages);
            var warm = Warm(report, turns);
            var fresh = First(pages);
            foreach (var (name, write) in PdfWriters.All)
            {
                var cold = fresh[name];
                Console.WriteLine($"| {name}, {(name == "SkiaSharp" ? "untagged" : "tagged")} | {write(report, Stream.Null)} "
                    + $"| {Median(warm[name]):F1} | {Median(cold.Select(time => time.Milliseconds)):F0} "
                    + $"| {Median(cold.Select(time => time.Peak)):F0} |");
            }
            foreach (var (name, milliseconds) in HtmlPeer.Measure(
                report)) Console.WriteLine($"| {name}, from HTML | | | {milliseconds:F0} | |");
        }
        var (first, most) = FreshProcess.Measure("AccessiblePdf", LongReport);
        Console.WriteLine($"| AccessiblePdf, tagged | {PdfWriters.All["AccessiblePdf"](Report.OfPages(LongReport), Stream.Null)} | "
            + $"| {first:F0} | {most:F0} |");
    }

    /// <summary>Milliseconds of each writer, in turns, once the just-in-time compiler has done its work.</summary>
    static Dictionary<string, List<double>> Warm(AccessibleDocument report, int turns)
    {
        var times = PdfWriters.All.ToDictionary(writer => writer.Key, _ => new List<double>());
        var output = new MemoryStream();
        for (var turn = -turns / 2; turn < turns; turn++)
        {
            foreach (var (name, write) in PdfWriters.All)
            {
                output.SetLength(0);
                var start = Stopwatch.GetTimestamp();
                write(report, output);
                if (turn >= 0) times[name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        return times;
    }

    /// <summary>The first report of processes of each writer, in turns, as deployed.</summary>
    static Dictionary<string, List<(double Milliseconds, double Peak)>> First(int pages)
    {
        var times = PdfWriters.All.ToDictionary(writer => writer.Key, _ => new List<(double, double)>());
        for (var turn = 0; turn < Colds; turn++)
        {
            foreach (var name in PdfWriters.All.Keys) times[name].Add(FreshProcess.Measure(name, pages));
        }
        return times;
    }

    static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);
}
