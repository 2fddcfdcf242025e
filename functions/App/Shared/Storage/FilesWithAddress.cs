using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ThaffFunctions.Shared.Storage;

/// <summary>
/// The text and Word files of a container in whose text or name a person's address stands. What was read of a file is kept in memory as
/// long as the file is listed under the same ETag: a search asks for the listing, and reads what is new.
/// </summary>
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

    /// <summary>By name; a search puts its own in the place of those before.</summary>
    IReadOnlyDictionary<string, (ETag Version, WrittenAddresses Written)> known = new Dictionary<string, (ETag, WrittenAddresses)>();

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (file, names) in await SearchAsync(address, cancellation))
            if (names == true) yield return new(
                container, PersonalRecordKind.Text, new Dictionary<string, object?> { ["File"] = file }, keptBecause)
            { About = file };
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        var found = await SearchAsync(address, cancellation);
        List<string> naming = [.. found.Where(file => file.Names == true).Select(file => file.Name)];
        List<string> left = [];
        // what was read of them is not kept in memory until the next search
        known = known.Where(file => !naming.Contains(file.Key)).ToDictionary();
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
        var listed = await files.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation).ToListAsync(cancellation);
        var read = new ConcurrentDictionary<string, (ETag Version, WrittenAddresses Written)>();
        var sizes = listed.ToLookup(blob => blob.Properties.ContentLength > MaxBytesTogether);
        foreach (var (some, atOnce) in new[] { (sizes[false], AtOnce), (sizes[true], 1) })
            await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
                async (blob, stop) =>
                {
                    if (SearchableText.IsIn(blob.Name)) read[blob.Name] = (blob.Properties.ETag!.Value, await WrittenInAsync(blob, stop));
                });

        known = read;
        return
        [
            .. listed.Select(blob => (blob.Name, Names: NameHas(blob.Name, address) ? true
                    : read.TryGetValue(blob.Name, out var file) ? file.Written.Names(address) : false))
                .Where(file => file.Names is not false).OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    static bool NameHas(string name, EmailAddress address) => name.Contains(address.Value, StringComparison.OrdinalIgnoreCase);

    async Task<WrittenAddresses> WrittenInAsync(BlobItem blob, CancellationToken cancellation) =>
        known.TryGetValue(blob.Name, out var file) && file.Version == blob.Properties.ETag ? file.Written
            : blob.Properties.ContentLength > SearchableText.MaxBytes ? WrittenAddresses.Unread
            : SearchableText.Read(blob.Name, await ReadAsync(blob.Name, cancellation));

    async Task<BinaryData> ReadAsync(string name, CancellationToken cancellation) =>
        (await files.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
}
