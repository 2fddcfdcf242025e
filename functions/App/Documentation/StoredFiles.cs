using System.Collections.Immutable;
using Azure;

namespace ThaffFunctions.Documentation;

/// <summary>The files of container documentation that belong to a document, as they were seen.</summary>
/// <param name="Path">The document.</param>
/// <param name="All">By name.</param>
/// <param name="Copied">The edition whose PDF the copy shows; null if there is no copy.</param>
public sealed record StoredFiles(DocumentPath Path, ImmutableDictionary<string, ETag> All, string? Copied)
{
    public static StoredFiles None(DocumentPath path) => new(path, ImmutableDictionary<string, ETag>.Empty, null);

    /// <summary>What the edition of this version does not need; left behind by a publication that was cut off, or by an edition before.</summary>
    /// <param name="version">Null if nothing is public.</param>
    public IEnumerable<KeyValuePair<string, ETag>> NotNeededBy(string? version) =>
        All.Where(file => version is null || (file.Key != Path.Copy && !file.Key.StartsWith(Path.Edition(version), StringComparison.Ordinal)));

    /// <summary>Whether this edition is there, and the copy is of it, and nothing else; nothing at all if no version is public.</summary>
    public bool Match(string? version) =>
        !NotNeededBy(version).Any() && (version is null || (Copied == version && All.ContainsKey(Path.Pdf(version)))); // the PDF was put last
}
