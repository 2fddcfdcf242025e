using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Storage;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// What <c>--fresh</c> deletes: the app's own tables, queues and containers by their declared names, and what this host keeps. Nothing
/// else, and only here.
/// </summary>
sealed class OwnData(IConfiguration configuration, HostStorage storage, Mailbox mailbox, ToldMails told)
{
    /// <exception cref="CannotStartException">The storage isn't on this machine.</exception>
    public async Task DeleteAsync(CancellationToken cancellation)
    {
        var connection = Local("DataStorage");
        Local("AzureWebJobsStorage");

        var tables = new TableServiceClient(connection);
        var queues = new QueueServiceClient(connection);
        var blobs = new BlobServiceClient(connection);
        await Task.WhenAll(
        [
            .. Names(SettingNames.Tables).Select(name => (Task)tables.DeleteTableAsync(name, cancellation)),
            .. Names(SettingNames.Queues).SelectMany(name => (string[])[name, $"{name}-poison"])
                .Select(name => queues.GetQueueClient(name).DeleteIfExistsAsync(cancellation)),
            .. Names(SettingNames.Containers)
                .Select(name => blobs.GetBlobContainerClient(name).DeleteIfExistsAsync(cancellationToken: cancellation)),
        ]);
        await storage.ForgetAsync(cancellation);
        mailbox.Clear();
        told.Clear();
    }

    string Local(string setting)
    {
        var connection = configuration[setting] ?? "";
        return IsLocal(connection, out var place)
            ? connection
            : throw new CannotStartException("--fresh deletes data and works on this machine's storage only, but the "
            + $"setting {setting} {place}: start without --fresh, or leave the setting out.");
    }

    static bool IsLocal(string connection, out string place)
    {
        try
        {
            var endpoint = new BlobServiceClient(connection).Uri;
            place = $"points to {endpoint.Host}";
            return endpoint.IsLoopback;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            place = "holds no connection string";
            return false;
        }
    }

    string[] Names(string setting) =>
        (configuration[setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
