using System.Diagnostics;
using System.Globalization;
using ThaffFunctions.Benchmarks.Pdf;

// FirstPdf <writer> <pages>: milliseconds of the first report that the process writes, and the most MiB that the process ever held.
var report = Report.OfPages(int.Parse(args[1], CultureInfo.InvariantCulture));
using var output = File.Create(Path.GetTempFileName(), 64 * 1024, FileOptions.DeleteOnClose);
var start = Stopwatch.GetTimestamp();
PdfWriters.All[args[0]](report, output);
var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
using var self = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {self.PeakWorkingSet64 / 1048576.0}"));
