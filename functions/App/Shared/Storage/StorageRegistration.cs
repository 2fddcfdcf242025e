using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Shared.Storage;

static class StorageRegistration
{
    /// <summary>
    /// Registers the clients of the data account. Locally, setting <c>DataStorage</c> is a connection string; in Azure,
    /// <c>DataStorage__tableServiceUri</c>, <c>__blobServiceUri</c>, <c>__queueServiceUri</c> and <c>__clientId</c> name the account and
    /// the identity, as for the host's own triggers. <c>BackupStorage</c> names another account in the same way; without it, backups are
    /// beside the data.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => Connect(provider,
            connection => new TableServiceClient(connection), "tableServiceUri", (uri, identity) => new TableServiceClient(uri, identity)));
        services.AddSingleton(provider => Connect(provider,
            connection => new BlobServiceClient(connection), "blobServiceUri", (uri, identity) => new BlobServiceClient(uri, identity)));
        services.AddSingleton(provider => Connect(provider,
            connection => new QueueServiceClient(connection), "queueServiceUri", (uri, identity) => new QueueServiceClient(uri, identity)));
        services.AddSingleton(provider => new BackupStorage(IsSet(provider, BackupStorage.Setting)
            ? Connect(provider, connection => new BlobServiceClient(connection), "blobServiceUri",
                (uri, identity) => new BlobServiceClient(uri, identity), BackupStorage.Setting)
            : provider.GetRequiredService<BlobServiceClient>()));
        services.AddSingleton<RestoreMarks>();
        services.AddSingleton<ErasureRuns>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<RowKeyHash>();
        services.AddSingleton<StoredReader>();
        services.AddSingleton<BackgroundSender>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundSender>());
        return services;
    }

    static bool IsSet(IServiceProvider provider, string setting)
    {
        var storage = provider.GetRequiredService<IConfiguration>().GetSection(setting);
        return storage.Value is { Length: > 0 } || storage.GetChildren().Any();
    }

    static T Connect<T>(IServiceProvider provider, Func<string, T> byConnection, string uriName,
        Func<Uri, TokenCredential, T> byIdentity, string setting = Queues.Connection)
    {
        var storage = provider.GetRequiredService<IConfiguration>().GetSection(setting);
        if (storage.Value is { Length: > 0 } connection) return byConnection(connection);
        if (storage[uriName] is not { Length: > 0 } uri)
            throw new InvalidOperationException($"The setting {setting} (a connection string) or {setting}__{uriName} is missing.");

        return byIdentity(new Uri(uri), new ManagedIdentityCredential(storage["clientId"] is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned));
    }
}
