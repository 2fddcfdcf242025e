using System.Globalization;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Privacy;

/// <summary>
/// Who was erased on request, and when, so that an older backup does not bring them back. A mark is a file beside the backups, named by a
/// keyed hash of the address, and goes with the last of them.
/// </summary>
public sealed class ErasureMarks(BackupStorage storage, RowKeyHash hash, TimeProvider clock)
{
    const string Folder = "erased/", ErasedAt = "erasedAt";

    public async Task AddAsync(EmailAddress address, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        var time = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var mark = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [ErasedAt] = time } };
        await container.GetBlobClient(Folder + NameOf(address)).UploadAsync(BinaryData.FromString(""), mark, cancellation);
    }

    /// <summary>The marks set at this time or later.</summary>
    /// <returns>Tells of an address whether it has one.</returns>
    public async Task<Predicate<EmailAddress>> SinceAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        var marks = await container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Folder, cancellation)
            .Where(mark => DateTimeOffset.Parse(mark.Metadata[ErasedAt], CultureInfo.InvariantCulture) >= time)
            .Select(mark => mark.Name[Folder.Length..]).ToHashSetAsync(cancellationToken: cancellation);
        return address => marks.Contains(NameOf(address));
    }

    /// <summary>Deletes marks that are older than every backup.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var container = await storage.OpenAsync(cancellation);
        await foreach (var mark in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Folder, cancellation))
        {
            if (DateTimeOffset.Parse(mark.Metadata[ErasedAt], CultureInfo.InvariantCulture) < before)
                await container.DeleteBlobIfExistsAsync(mark.Name, cancellationToken: cancellation);
        }
    }

    string NameOf(EmailAddress address) => hash.Of("erased", address.Canonical);
}
