using System.Globalization;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Emulator;

/// <summary>Where Azurite answers: its three ports, or the connection string of one that runs already.</summary>
sealed record StorageAddress(int BlobPort, int QueuePort, int TablePort, string? Running)
{
    // The account and key every emulator has; published in Azurite's own documentation.
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public IReadOnlyList<int> Ports => [BlobPort, QueuePort, TablePort];

    public string ConnectionString => Running ?? string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{TablePort}/{Account};");

    public static StorageAddress From(IConfiguration configuration) => new(
        configuration.GetValue(SettingNames.BlobPort, 10000),
        configuration.GetValue(SettingNames.QueuePort, 10001),
        configuration.GetValue(SettingNames.TablePort, 10002),
        configuration[SettingNames.Azurite] is { Length: > 0 } running ? running : null);
}
