using Azure;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>The files of container documentation that belong to a session, as they were seen.</summary>
public sealed record StoredFiles(SessionId Id, IReadOnlyDictionary<string, ETag> All)
{
    public ETag? Pdf => All.TryGetValue(DocumentationStore.PdfName(Id), out var etag) ? etag : null;

    /// <summary>What an entry that says this does not need; left behind by a publication that was cut off, or by an edition before.</summary>
    public IEnumerable<KeyValuePair<string, ETag>> NotNeededBy(Edition? edition) => All.Where(file => !IsPartOf(edition, file.Key));

    /// <summary>Whether everything is there and nothing else.</summary>
    public bool Match(Edition? edition) =>
        !NotNeededBy(edition).Any() && (edition is null || (Pdf is not null && All.ContainsKey(DocumentationStore.PageName(Id, edition.Version))));

    bool IsPartOf(Edition? edition, string name) =>
        edition is not null
        && (name == DocumentationStore.PdfName(Id) || name.StartsWith($"{DocumentationStore.FolderOf(Id)}{edition.Version}/", StringComparison.Ordinal));
}

/// <summary>A file to serve.</summary>
public sealed record StoredFile(Stream Content, string Type, ETag ETag, DateTimeOffset Changed);
