using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Container notes: one folder a session. Only read, never written.</summary>
public sealed class NotesStore(BlobServiceClient blobs)
{
    readonly BlobContainerClient container = blobs.GetBlobContainerClient(Containers.Notes);

    /// <summary>The session a file belongs to; null if its folder is named like none.</summary>
    public static SessionId? SessionOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? SessionId.Parse(name[..end]) : null;

    public async Task<NotesFolder> FindAsync(SessionId id, CancellationToken cancellation)
    {
        List<NotesFile> files = [];
        var seenAt = DateTimeOffset.MinValue;
        await foreach (var page in PagesAsync($"{id}/", cancellation))
        {
            files.AddRange(page.Files.Select(file => file.File));
            if (seenAt == default) seenAt = page.SeenAt;
        }

        return new(id, files, seenAt);
    }

    /// <summary>Every folder that is named like a session, one after the other: names come sorted, and page by page.</summary>
    public async IAsyncEnumerable<NotesFolder> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        NotesFolder? folder = null;
        List<NotesFile> files = [];
        await foreach (var page in PagesAsync(null, cancellation))
        {
            foreach (var (id, file) in page.Files)
            {
                if (folder?.Id != id)
                {
                    if (folder is not null) yield return folder;
                    folder = new(id, files = [], page.SeenAt);
                }

                files.Add(file);
            }
        }

        if (folder is not null) yield return folder;
    }

    /// <summary>The bytes of a file in the version that was listed; null if there is another by now, or none.</summary>
    public async Task<byte[]?> ReadAsync(SessionId id, NotesFile file, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = file.ETag } };
            return (await container.GetBlobClient($"{id}/{file.Name}").DownloadContentAsync(options, cancellation)).Value.Content.ToArray();
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
            List<(SessionId, NotesFile)> files = [];
            foreach (var blob in page.Values)
            {
                if (SessionOf(blob.Name) is { } id && Read(id, blob) is { Name.Length: > 0 } file) files.Add((id, file));
            }

            yield return new(files, page.GetRawResponse().Headers.Date ?? DateTimeOffset.MaxValue);
        }
    }

    static NotesFile Read(SessionId id, BlobItem blob) => new(
        blob.Name[(id.Value.Length + 1)..], blob.Properties.ETag!.Value, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified!.Value);

    sealed record Page(IReadOnlyList<(SessionId Id, NotesFile File)> Files, DateTimeOffset SeenAt);
}
