using System.Collections.Immutable;
using Azure;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>The files of a document in container documentation, as they were listed.</summary>
/// <param name="Path">The document.</param>
/// <param name="All">Their ETags, by name.</param>
/// <param name="Copied">The version of the edition that the copy was made from; null if there is no copy.</param>
sealed record StoredFiles(DocumentPath Path, ImmutableDictionary<string, ETag> All, string? Copied)
{
    public static StoredFiles None(DocumentPath path) => new(path, ImmutableDictionary<string, ETag>.Empty, null);

    /// <summary>Files of earlier editions and of interrupted publications.</summary>
    /// <param name="version">The published edition; null if none is.</param>
    public IEnumerable<KeyValuePair<string, ETag>> NotNeededBy(string? version) => All.Where(file =>
        version is null || (file.Key != Path.Copy && !file.Key.StartsWith(Path.Edition(version), StringComparison.Ordinal)));

    /// <summary>
    /// Whether exactly the files of this edition and its copy are stored; if nothing is published, whether no files are stored.
    /// </summary>
    public bool Match(string? version) =>
        !NotNeededBy(version).Any() && (version is null || (Copied == version && All.ContainsKey(Path.Pdf(version)))); // stored last
}
