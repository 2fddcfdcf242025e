using ThaffFunctions.LocalHost.Blobs;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Pages;

/// <summary>Addresses and folders that the start page shows.</summary>
sealed class StartPageSettings(IConfiguration configuration)
{
    public string Storage => configuration["AzureWebJobsStorage"] ?? "";

    public string DataFolder => configuration.DataFolder();

    public IReadOnlyList<WatchedContainer> Watched => WatchedContainer.From(configuration);
}
