using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>What is measured in turns: each writes a report and tells its pages.</summary>
static class PdfWriters
{
    public static IReadOnlyDictionary<string, Func<AccessibleDocument, Stream, int>> All { get; } =
        new Dictionary<string, Func<AccessibleDocument, Stream, int>>
        {
            ["AccessiblePdf"] = (report, output) => PdfWriter.Write(report, output).Pages,
            ["SkiaSharp"] = SkiaPeer.Write,
        };
}
