using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Container notes: one folder for each session, for each year and for the Good Practice report.</summary>
public sealed class NotesStore(BlobServiceClient blobs)
{
    /// <summary>
    /// The metadata of a notes file that holds a decision of the Redaktion; a new version of the file comes without, or with its own.
    /// </summary>
    const string Status = "status";

    /// <summary>The metadata by which an upload recognizes its own file.</summary>
    const string Upload = "upload";

    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Notes);

    /// <summary>The session a file belongs to; null if its folder's name is not a session id.</summary>
    public static SessionId? SessionOf(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? SessionId.Parse(name[..end]) : null;

    /// <param name="folder">The name of the folder; for a session, its id.</param>
    public async Task<NotesFolder> FindAsync(string folder, CancellationToken cancellation)
    {
        List<NotesFile> files = [];
        var seenAt = DateTimeOffset.MinValue;
        await foreach (var page in PagesAsync($"{folder}/", cancellation))
        {
            files.AddRange(page.Files.Select(file => file.File));
            if (seenAt == default) seenAt = page.SeenAt;
        }

        return new(folder, files, seenAt);
    }

    /// <summary>Every folder. The listing is sorted by name, so the files of a folder follow each other, also from page to page.</summary>
    public async IAsyncEnumerable<NotesFolder> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        NotesFolder? folder = null;
        List<NotesFile> files = [];
        await foreach (var page in PagesAsync(null, cancellation))
        {
            foreach (var (name, file) in page.Files)
            {
                if (folder?.Name != name)
                {
                    if (folder is not null) yield return folder;
                    folder = new(name, files = [], page.SeenAt);
                }

                files.Add(file);
            }
        }

        if (folder is not null) yield return folder;
    }

    /// <summary>The bytes of a file if its ETag is still the listed one; null if it was replaced or deleted since then.</summary>
    public async Task<byte[]?> ReadAsync(string folder, NotesFile file, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = file.ETag } };
            return (await container.GetBlobClient($"{folder}/{file.Name}").DownloadContentAsync(options,
                cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>The current ETag of a file outside of the known folders; null if the file does not exist any more.</summary>
    public async Task<ETag?> VersionAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>A file if its ETag is still the listed one, to be read in parts; null if it was replaced or deleted since then.</summary>
    public async Task<Stream?> OpenAsync(string folder, NotesFile file, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { Conditions = new() { IfMatch = file.ETag } };
            return await container.GetBlobClient($"{folder}/{file.Name}").OpenReadAsync(options, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>For serving; null if there is none.</summary>
    internal Task<StoredFile?> OpenAsync(string folder, string name, CancellationToken cancellation) =>
        StoredFile.OpenAsync(container.GetBlobClient($"{folder}/{name}"), cancellation);

    /// <param name="folder">The folder.</param>
    /// <param name="name">The path inside it.</param>
    /// <param name="content">The file.</param>
    /// <param name="replaces">The version it is to replace; null if there was none.</param>
    /// <param name="isDraft">Whether this version is a draft; null leaves it to the notes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if another version lies there by now.</returns>
    public async Task<bool> TryPutAsync(
        string folder, string name, Stream content, ETag? replaces, bool? isDraft, CancellationToken cancellation)
    {
        var (blob, id) = (container.GetBlobClient($"{folder}/{name}"), Guid.NewGuid().ToString("N"));
        Dictionary<string, string> metadata = new() { [Upload] = id };
        if (isDraft is { } decided) metadata[Status] = WordOf(decided);
        return await OptimisticConcurrency.TryAsync(() => blob.UploadAsync(content, new BlobUploadOptions
        {
            Conditions = replaces is { } version ? new() { IfMatch = version } : new() { IfNoneMatch = ETag.All },
            Metadata = metadata,
        }, cancellation)) || await IsOurUploadAsync(blob, id, cancellation);
    }

    /// <summary>The client repeats an upload whose answer was lost, and the repetition is refused because of the first.</summary>
    static async Task<bool> IsOurUploadAsync(BlobClient blob, string id, CancellationToken cancellation)
    {
        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return properties.Value.Metadata.TryGetValue(Upload, out var written) && written == id;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    /// <returns>False if the file was replaced since it was listed.</returns>
    public Task<bool> TryDeleteAsync(string folder, NotesFile file, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(() => container.GetBlobClient($"{folder}/{file.Name}").DeleteIfExistsAsync(
            conditions: new() { IfMatch = file.ETag }, cancellationToken: cancellation));

    /// <summary>Decides whether a version of notes is a draft, whatever they say.</summary>
    /// <returns>False if the file was replaced or deleted since it was listed.</returns>
    public Task<bool> TryDecideAsync(string folder, NotesFile file, bool isDraft, CancellationToken cancellation) =>
        OptimisticConcurrency.TryAsync(() => container.GetBlobClient($"{folder}/{file.Name}").SetMetadataAsync(
            new Dictionary<string, string> { [Status] = WordOf(isDraft) }, new() { IfMatch = file.ETag }, cancellation));

    static string WordOf(bool isDraft) => isDraft ? "entwurf" : "fertig";

    async IAsyncEnumerable<Page> PagesAsync(string? prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation).AsPages())
        {
            var files = page.Values.Where(blob =>
                blob.Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && end < blob.Name.Length - 1).Select(Read);
            yield return new([.. files], page.GetRawResponse().Headers.Date ?? DateTimeOffset.MaxValue);
        }
    }

    static (string, NotesFile) Read(BlobItem blob)
    {
        var end = blob.Name.IndexOf('/', StringComparison.Ordinal);
        return (blob.Name[..end],
            new(blob.Name[(end + 1)..], blob.Properties.ETag!.Value, blob.Properties.ContentLength ?? 0,
                blob.Properties.LastModified!.Value)
            {
                IsDraft = blob.Metadata.TryGetValue(Status, out var status) ? NotesMetadata.IsDraftBy(status) : null,
            });
    }

    sealed record Page(IReadOnlyList<(string Folder, NotesFile File)> Files, DateTimeOffset SeenAt);
}
