using System.Globalization;
using System.Runtime.InteropServices;
using ThaffFunctions.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

await using var storage = await Storage.StartAsync();
await RegistrationLatency.MeasureAsync(storage);
await StartTime.MeasureAsync(storage);
