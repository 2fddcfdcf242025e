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
    /// the identity, as for the host's own triggers.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => Connect(provider,
            connection => new TableServiceClient(connection), "tableServiceUri", (uri, identity) => new TableServiceClient(uri, identity)));
        services.AddSingleton(provider => Connect(provider,
            connection => new BlobServiceClient(connection), "blobServiceUri", (uri, identity) => new BlobServiceClient(uri, identity)));
        services.AddSingleton(provider => Connect(provider,
            connection => new QueueServiceClient(connection), "queueServiceUri", (uri, identity) => new QueueServiceClient(uri, identity)));
        services.AddSingleton<MessageSender>();
        services.AddSingleton<RowKeyHash>();
        services.AddSingleton<StoredReader>();
        services.AddSingleton<BackgroundSender>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundSender>());
        return services;
    }

    static T Connect<T>(IServiceProvider provider, Func<string, T> byConnection, string uriName, Func<Uri, TokenCredential, T> byIdentity)
    {
        var storage = provider.GetRequiredService<IConfiguration>().GetSection(Queues.Connection);
        if (storage.Value is { Length: > 0 } connection) return byConnection(connection);
        if (storage[uriName] is not { Length: > 0 } uri)
            throw new InvalidOperationException($"The setting {Queues.Connection} (a connection string) "
                + $"or {Queues.Connection}__{uriName} is missing.");

        return byIdentity(new Uri(uri), new ManagedIdentityCredential(storage["clientId"] is { Length: > 0 } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned));
    }
}
