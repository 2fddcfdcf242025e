using System.Globalization;
using System.Net;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>The address of Azurite: its three ports, or the connection string of an instance that is already running.</summary>
sealed record AzuriteEndpoint(int BlobPort, int QueuePort, int TablePort, string? Running)
{
    // The account and key of every emulator, published in Azurite's documentation.
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The advice for ports that are in use.</summary>
    public const string OtherPorts = $"other ports with the settings {SettingNames.BlobPort}, {SettingNames.QueuePort} "
        + $"and {SettingNames.TablePort}";

    public IReadOnlyList<int> Ports => [BlobPort, QueuePort, TablePort];

    public string ConnectionString => Running ?? string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};");

    /// <summary>Whether the settings use the emulator; with a real storage account it need not be started.</summary>
    public bool IsUsedBy(IConfiguration configuration) => ((string[])["AzureWebJobsStorage", "DataStorage"])
        .Any(setting => configuration[setting] is { } connection
        && (connection == ConnectionString || connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)));

    public static AzuriteEndpoint From(IConfiguration configuration)
    {
        var address = new AzuriteEndpoint(
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
