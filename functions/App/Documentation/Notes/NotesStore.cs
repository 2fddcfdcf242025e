using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Container notes: one folder a session, and some for what is not about one. Only read, never written.</summary>
public sealed class NotesStore(BlobServiceClient blobs)
{
    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Notes);

    /// <summary>The session a file belongs to; null if its folder is named like none.</summary>
    public static SessionId? SessionOf(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? SessionId.Parse(name[..end]) : null;

    /// <param name="folder">Its name; a session's id for the notes of a session.</param>
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

    /// <summary>Every folder, one after the other: names come sorted, and page by page.</summary>
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

    /// <summary>The bytes of a file in the version that was listed; null if there is another by now, or none.</summary>
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

    /// <summary>The version of a file that lies outside the folders of sessions; null if it is gone.</summary>
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

    async IAsyncEnumerable<Page> PagesAsync(string? prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation).AsPages())
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
                blob.Properties.LastModified!.Value));
    }

    sealed record Page(IReadOnlyList<(string Folder, NotesFile File)> Files, DateTimeOffset SeenAt);
}
