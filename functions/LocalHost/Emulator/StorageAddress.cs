using System.Globalization;
using System.Net;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>Where Azurite answers: its three ports, or the connection string of one that runs already.</summary>
sealed record StorageAddress(int BlobPort, int QueuePort, int TablePort, string? Running)
{
    // The account and key every emulator has; published in Azurite's own documentation.
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>What to do about ports that are taken.</summary>
    public const string OtherPorts = $"other ports with the settings {SettingNames.BlobPort}, {SettingNames.QueuePort} "
        + $"and {SettingNames.TablePort}";

    public IReadOnlyList<int> Ports => [BlobPort, QueuePort, TablePort];

    public string ConnectionString => Running ?? string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};");

    /// <summary>Whether the settings point here; with a storage account of one's own no emulator is needed.</summary>
    public bool IsUsedBy(IConfiguration configuration) => ((string[])["AzureWebJobsStorage", "DataStorage"])
        .Any(setting => configuration[setting] is { } connection
        && (connection == ConnectionString || connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)));

    public static StorageAddress From(IConfiguration configuration)
    {
        var address = new StorageAddress(
            configuration.Read(SettingNames.BlobPort, 10000),
            configuration.Read(SettingNames.QueuePort, 10001),
            configuration.Read(SettingNames.TablePort, 10002),
            configuration[SettingNames.Azurite] is { Length: > 0 } running ? running : null);
        return address.Ports.Distinct().Count() == address.Ports.Count && address.Ports.All(port => port is > 0 and <= IPEndPoint.MaxPort)
            ? address
            : throw new CannotStartException($"Azurite can't listen on {string.Join(", ", address.Ports)}: choose three different ports "
            + $"with the settings {SettingNames.BlobPort}, {SettingNames.QueuePort} and {SettingNames.TablePort}.");
    }
}
