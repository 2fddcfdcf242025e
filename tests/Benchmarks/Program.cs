using System.Globalization;
using System.Runtime.InteropServices;
using ThaffFunctions.Benchmarks;
using ThaffFunctions.Benchmarks.Campaign;
using ThaffFunctions.Benchmarks.Pdf;

// dotnet run -c Release --project tests/Benchmarks                          everything but campaigns
// dotnet run -c Release --project tests/Benchmarks -- pdf                   PDFs only
// dotnet run -c Release --project tests/Benchmarks -- app                   everything else
// dotnet run -c Release --project tests/Benchmarks -- campaign 1000 10000   to so many; without numbers to 250, 1k, 10k and 100k
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
if (args is ["campaign", .. var sizes])
{
    PublishedApps.PublishProduct();
    await CampaignSpeed.MeasureAsync(
        sizes is [] ? CampaignSpeed.Sizes : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
    return;
}

if (args is not ["app"]) PdfWriting.Measure();
if (args is ["pdf"]) return;

PublishedApps.Publish();
await using var storage = await Storage.StartAsync();
await RegistrationLatency.MeasureAsync(storage);
await CrowdLatency.MeasureAsync(storage);
await StartTime.MeasureAsync(storage);
