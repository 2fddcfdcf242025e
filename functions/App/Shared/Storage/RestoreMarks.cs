using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// Records of erasures and unsubscriptions, which must be repeated after a restore: files beside the backups, named by keyed hashes, each
/// with its time. A record is deleted once no backup older than it is left.
/// </summary>
public sealed partial class RestoreMarks(BackupStorage storage, TimeProvider clock, ILogger<RestoreMarks> log)
{
    const string Root = "marks/", Time = "time";

    /// <param name="kind">What happened, such as <c>erased</c>.</param>
    /// <param name="name">To whom: a keyed hash.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task AddAsync(string kind, string name, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        var now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var mark = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [Time] = now } };
        await container.GetBlobClient($"{Root}{kind}/{name}").UploadAsync(BinaryData.FromString(""), mark, cancellation);
    }

    /// <summary>The same for what has to go on all the same while the other account does not answer.</summary>
    public async Task TryAddAsync(string kind, string name, CancellationToken cancellation)
    {
        try
        {
            await AddAsync(kind, name, cancellation);
        }
        catch (Exception failure) when (failure.IsStorageFailure() && !cancellation.IsCancellationRequested)
        {
            Log.NotMarked(log, kind, failure.GetType().Name);
        }
    }

    /// <summary>The marks set at this time or later: names and times.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> SinceAsync(
        string kind, DateTimeOffset time, CancellationToken cancellation)
    {
        var folder = $"{Root}{kind}/";
        return await AllAsync(folder, cancellation).Where(mark => mark.At >= time)
            .ToDictionaryAsync(mark => mark.Name[folder.Length..], mark => mark.At, cancellationToken: cancellation);
    }

    /// <summary>Deletes marks that are older than every backup.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        foreach (var (name, _) in await AllAsync(Root, cancellation).Where(mark => mark.At < before).ToListAsync(cancellation))
            await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation);
    }

    async IAsyncEnumerable<(string Name, DateTimeOffset At)> AllAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
            yield return (blob.Name, TimeOf(blob));
    }

    /// <summary>Of a mark that lost its own, such as when it was copied, when it was written: what it says still counts.</summary>
    static DateTimeOffset TimeOf(BlobItem mark) =>
        mark.Metadata.TryGetValue(Time, out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time
            : mark.Properties.LastModified ?? DateTimeOffset.MaxValue;

    static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A mark of kind {Kind} was not written ({Failure}): a restore of an older backup would not know of it")]
        public static partial void NotMarked(ILogger log, string kind, string failure);
    }
}
