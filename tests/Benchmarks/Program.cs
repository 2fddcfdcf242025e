using System.Globalization;
using System.Runtime.InteropServices;
using ThaffFunctions.Benchmarks;
using ThaffFunctions.Benchmarks.Pdf;

// dotnet run -c Release --project tests/Benchmarks           everything
// dotnet run -c Release --project tests/Benchmarks -- pdf    PDFs only
// dotnet run -c Release --project tests/Benchmarks -- app    everything else
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
if (args is not ["app"]) PdfWriting.Measure();
if (args is ["pdf"]) return;

PublishedApps.Publish();
await using var storage = await Storage.StartAsync();
await RegistrationLatency.MeasureAsync(storage);
await CrowdLatency.MeasureAsync(storage);
await StartTime.MeasureAsync(storage);
