using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Backups;

/// <summary>
/// The files of backups: <c>tables/2026-11-29/registrations.jsonl</c>, and last <c>complete</c>, which says when the backup was begun. What
/// was cut off before it is no backup.
/// </summary>
public sealed class BackupBlobs(BackupStorage storage)
{
    const string Folder = "tables/", Complete = "complete", Extension = ".jsonl";

    public async Task<Stream> CreateAsync(DateOnly day, string table, CancellationToken cancellation) =>
        await (await FileAsync(day, table + Extension, cancellation)).OpenWriteAsync(overwrite: true, cancellationToken: cancellation);

    public async Task CompleteAsync(BackupDay night, CancellationToken cancellation) =>
        await (await FileAsync(night.Day, Complete, cancellation)).UploadAsync(
            BinaryData.FromString(night.Begun.ToString("O", CultureInfo.InvariantCulture)), overwrite: true, cancellation);

    /// <summary>Null if the table was not in the backup.</summary>
    public async Task<Stream?> OpenAsync(BackupDay night, string table, CancellationToken cancellation)
    {
        try
        {
            return await (await FileAsync(night.Day, table + Extension, cancellation)).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The complete backup of a day, or the last one; null if there is none.</summary>
    public async Task<BackupDay?> FindAsync(DateOnly? day, CancellationToken cancellation)
    {
        day ??= await DaysAsync(cancellation).Where(file => file.Name == Complete).Select(file => (DateOnly?)file.Day)
            .MaxAsync(cancellationToken: cancellation);
        if (day is not { } known) return null;

        try
        {
            var file = await (await FileAsync(known, Complete, cancellation)).DownloadContentAsync(cancellation);
            return new(known, DateTimeOffset.Parse(file.Value.Content.ToString(), CultureInfo.InvariantCulture));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Deletes backups of days before this one.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> ForgetAsync(DateOnly before, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        var old = await DaysAsync(cancellation).Where(file => file.Day < before).ToListAsync(cancellation);
        foreach (var (day, name) in old)
            await container.DeleteBlobIfExistsAsync($"{Folder}{BackupDay.NameOf(day)}/{name}", cancellationToken: cancellation);
        return old.Count;
    }

    async IAsyncEnumerable<(DateOnly Day, string Name)> DaysAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellation))
            if (blob.Name.Split('/') is [_, var folder, var name] && BackupDay.Parse(folder) is { } day) yield return (day, name);
    }

    async Task<BlobClient> FileAsync(DateOnly day, string name, CancellationToken cancellation) =>
        (await storage.OpenAsync(cancellation)).GetBlobClient($"{Folder}{BackupDay.NameOf(day)}/{name}");
}
