using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ThaffFunctions.Shared.Storage;

/// <summary>The text and Word files of a container in whose text or name a person's address stands.</summary>
/// <param name="blobs">The data account.</param>
/// <param name="container">The container.</param>
/// <param name="keptBecause">Why such a file stays; null if it may be deleted as a whole.</param>
sealed class FilesWithAddress(BlobServiceClient blobs, string container, string? keptBecause) : IHoldsPersonalData
{
    /// <summary>Files that are read at the same time: nearly all of their time is storage's.</summary>
    const int AtOnce = 16;

    /// <summary>Larger files are read one after another; an instance has 512 MB.</summary>
    const int MaxBytesTogether = 1024 * 1024;

    readonly BlobContainerClient files = blobs.GetBlobContainerClient(container);

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (file, names) in await SearchAsync(address, cancellation))
            if (names == true) yield return new(
                container, PersonalRecordKind.Text, new Dictionary<string, object?> { ["File"] = file }, keptBecause) { About = file };
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        var found = await SearchAsync(address, cancellation);
        List<string> naming = [.. found.Where(file => file.Names == true).Select(file => file.Name)];
        List<string> left = [];
        if (keptBecause is null)
            foreach (var file in naming) await files.DeleteBlobIfExistsAsync(file, cancellationToken: cancellation);
        else if (naming.Count > 0) left.Add($"Im Container „{container}“ steht die Adresse in {string.Join(", ", naming)}. {keptBecause}.");

        List<string> unread = [.. found.Where(file => file.Names is null).Select(file => file.Name)];
        if (unread.Count > 0)
            left.Add($"Bitte sehen Sie im Container „{container}“ nach in {string.Join(", ", unread)}: nicht lesbar oder zu groß zum Durchsuchen.");
        return left.Count > 0 ? string.Join(" ", left) : null;
    }

    /// <returns>Files that name the address (true), and those of which it is not known (null), by name.</returns>
    async Task<IReadOnlyList<(string Name, bool? Names)>> SearchAsync(EmailAddress address, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<(string Name, bool? Names)>();
        var sizes = (await files.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation).ToListAsync(cancellation))
            .ToLookup(blob => blob.Properties.ContentLength > MaxBytesTogether);
        foreach (var (some, atOnce) in new[] { (sizes[false], AtOnce), (sizes[true], 1) })
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
                async (blob, stop) =>
                {
                    if (await NamesAsync(blob, address, stop) is not false and var names) found.Add((blob.Name, names));
                });

        return [.. found.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    async Task<bool?> NamesAsync(BlobItem blob, EmailAddress address, CancellationToken cancellation) =>
        blob.Name.Contains(address.Value, StringComparison.OrdinalIgnoreCase) ? true
            : !SearchableText.IsIn(blob.Name) ? false
            : blob.Properties.ContentLength > SearchableText.MaxBytes ? null
            : SearchableText.Names(blob.Name, await ReadAsync(blob.Name, cancellation), address);

    async Task<BinaryData> ReadAsync(string name, CancellationToken cancellation) =>
        (await files.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
}
