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
    readonly BlobContainerClient files = blobs.GetBlobContainerClient(container);

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (file, names) in SearchAsync(address, cancellation))
            if (names == true) yield return new(container, new Dictionary<string, object?> { ["File"] = file }, keptBecause);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        var found = await SearchAsync(address, cancellation).ToListAsync(cancellation);
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

    /// <returns>Files that name the address (true), and those of which it is not known (null).</returns>
    async IAsyncEnumerable<(string Name, bool? Names)> SearchAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in files.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            var names = blob.Name.Contains(address.Value, StringComparison.OrdinalIgnoreCase) ? true
                : !SearchableText.IsIn(blob.Name) ? false
                : blob.Properties.ContentLength > SearchableText.MaxBytes ? (bool?)null
                : SearchableText.Names(blob.Name, await ReadAsync(blob.Name, cancellation), address);
            if (names != false) yield return (blob.Name, names);
        }
    }

    async Task<BinaryData> ReadAsync(string name, CancellationToken cancellation) =>
        (await files.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
}
