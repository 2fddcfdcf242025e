using Azure;

namespace ThaffFunctions.Documentation;

/// <summary>The files of container documentation that belong to a document, as they were seen.</summary>
public sealed record StoredFiles(DocumentPath Path, IReadOnlyDictionary<string, ETag> All)
{
    public ETag? Pdf => All.TryGetValue(Path.Pdf, out var etag) ? etag : null;

    /// <summary>What the edition of this version does not need; left behind by a publication that was cut off, or by an edition before.</summary>
    /// <param name="version">Null if nothing is public.</param>
    public IEnumerable<KeyValuePair<string, ETag>> NotNeededBy(string? version) =>
        All.Where(file => version is null || (file.Key != Path.Pdf && !file.Key.StartsWith(Path.Edition(version), StringComparison.Ordinal)));

    /// <summary>Whether the PDF is there, and the files named, and nothing else; nothing at all if no version is public.</summary>
    public bool Match(string? version, params IEnumerable<string> files) =>
        !NotNeededBy(version).Any() && (version is null || files.Append(Path.Pdf).All(All.ContainsKey));
}

/// <summary>A file to serve.</summary>
public sealed record StoredFile(Stream Content, string Type, ETag ETag, DateTimeOffset Changed);
