using System.Diagnostics;
using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>Our tagged PDF beside an untagged one by SkiaSharp, in turns, and beside what Chromium and LibreOffice print, where they are installed.</summary>
static class PdfWriting
{
    const int Colds = 5, LongReport = 300;

    public static IReadOnlyDictionary<string, Func<AccessibleDocument, Stream, int>> Writers { get; } = new Dictionary<string, Func<AccessibleDocument, Stream, int>>
    {
        ["AccessiblePdf"] = (report, output) => PdfWriter.Write(report, output).Pages,
        ["SkiaSharp"] = SkiaPeer.Write,
    };

    public static void Measure()
    {
        Console.WriteLine();
        Console.WriteLine("| PDF report | pages | warm ms | first in a process, ms | peak MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (pages, turns) in new[] { (3, 300), (60, 60) })
        {
            var report = Report.OfPages(pages);
            var warm = Warm(report, turns);
            foreach (var (name, write) in Writers)
            {
                var cold = Enumerable.Range(0, Colds).Select(_ => FreshProcess.Measure(name, pages)).ToList();
                Console.WriteLine($"| {name}, {(name == "SkiaSharp" ? "untagged" : "tagged")} | {write(report, Stream.Null)} | {Median(warm[name]):F1} | {Median(cold.Select(time => time.Milliseconds)):F0} | {Median(cold.Select(time => time.Peak)):F0} |");
            }
            foreach (var (name, milliseconds) in HtmlPeer.Measure(report)) Console.WriteLine($"| {name}, from HTML | | | {milliseconds:F0} | |");
        }
        var (first, most) = FreshProcess.Measure("AccessiblePdf", LongReport);
        Console.WriteLine($"| AccessiblePdf, tagged | {Writers["AccessiblePdf"](Report.OfPages(LongReport), Stream.Null)} | | {first:F0} | {most:F0} |");
    }

    /// <summary>Milliseconds of each writer, in turns, once the just-in-time compiler has done its work.</summary>
    static Dictionary<string, List<double>> Warm(AccessibleDocument report, int turns)
    {
        var times = Writers.ToDictionary(writer => writer.Key, _ => new List<double>());
        var output = new MemoryStream();
        for (var turn = -turns / 2; turn < turns; turn++)
        {
            foreach (var (name, write) in Writers)
            {
                output.SetLength(0);
                var start = Stopwatch.GetTimestamp();
                write(report, output);
                if (turn >= 0) times[name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        return times;
    }

    static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);
}
