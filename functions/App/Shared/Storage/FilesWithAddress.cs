using System.Runtime.CompilerServices;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ThaffFunctions.Shared.Storage;

/// <summary>The text files of a container in which a person's address stands.</summary>
/// <param name="blobs">The data account.</param>
/// <param name="container">The container.</param>
/// <param name="keptBecause">Why such a file stays; null if it may be deleted as a whole.</param>
sealed class FilesWithAddress(BlobServiceClient blobs, string container, string? keptBecause) : IHoldsPersonalData
{
    /// <summary>Texts are far smaller; what is larger is a picture or a PDF.</summary>
    const int MostBytes = 5 * 1024 * 1024;

    static readonly string[] Texts = [".md", ".markdown", ".txt", ".yaml", ".yml", ".csv", ".json", ".html"];

    readonly BlobContainerClient files = blobs.GetBlobContainerClient(container);

    public async IAsyncEnumerable<PersonalRecord> FindAsync(
        EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var file in NamingAsync(address, cancellation))
            yield return new(container, new Dictionary<string, object?> { ["File"] = file }, keptBecause);
    }

    public async Task<string?> EraseAsync(EmailAddress address, CancellationToken cancellation)
    {
        var found = await NamingAsync(address, cancellation).ToListAsync(cancellation);
        if (found.Count == 0) return null;
        if (keptBecause is not null) return $"Im Container „{container}“ steht die Adresse in {string.Join(", ", found)}. {keptBecause}.";

        foreach (var file in found) await files.DeleteBlobIfExistsAsync(file, cancellationToken: cancellation);
        return null;
    }

    async IAsyncEnumerable<string> NamingAsync(EmailAddress address, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in files.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellation))
        {
            if (blob.Properties.ContentLength > MostBytes) continue;
            if (!Texts.Contains(Path.GetExtension(blob.Name), StringComparer.OrdinalIgnoreCase)) continue;

            var content = (await files.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content;
            // an address is ASCII, and so the same in every encoding of these files
            if (Encoding.Latin1.GetString(content).Contains(address.Value, StringComparison.OrdinalIgnoreCase)) yield return blob.Name;
        }
    }
}
