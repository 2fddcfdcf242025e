using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Shared;

public sealed class StorageConnectionTests
{
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData(null)] // a system-assigned identity
    public void In_azure_the_clients_are_made_from_addresses_and_an_identity_without_any_key(string? clientId)
    {
        using var services = Services(new()
        {
            ["DataStorage:tableServiceUri"] = "https://data.table.core.windows.net/",
            ["DataStorage:blobServiceUri"] = "https://data.blob.core.windows.net/",
            ["DataStorage:queueServiceUri"] = "https://data.queue.core.windows.net/",
            ["DataStorage:credential"] = "managedidentity",
            ["DataStorage:clientId"] = clientId,
        });

        Assert.Equal("https://data.table.core.windows.net/", services.GetRequiredService<TableServiceClient>().Uri.AbsoluteUri);
        Assert.Equal("https://data.blob.core.windows.net/", services.GetRequiredService<BlobServiceClient>().Uri.AbsoluteUri);
        Assert.Equal("https://data.queue.core.windows.net/", services.GetRequiredService<QueueServiceClient>().Uri.AbsoluteUri);
        Assert.False(services.GetRequiredService<BlobServiceClient>().CanGenerateAccountSasUri, "a key was found");
    }

    [Fact]
    public void A_missing_address_names_the_setting()
    {
        using var services = Services(new() { ["DataStorage:tableServiceUri"] = "https://data.table.core.windows.net/" });

        var failure = Assert.Throws<InvalidOperationException>(services.GetRequiredService<BlobServiceClient>);

        Assert.Contains("DataStorage__blobServiceUri", failure.Message, StringComparison.Ordinal);
    }

    static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddStorage()
        .BuildServiceProvider();
}
