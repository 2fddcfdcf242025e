using System.Collections.Immutable;
using Azure;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>The files of a document in container documentation, as they were seen.</summary>
/// <param name="Path">The document.</param>
/// <param name="All">By name.</param>
/// <param name="Copied">The version of the PDF that the copy shows; null if there is no copy.</param>
sealed record StoredFiles(DocumentPath Path, ImmutableDictionary<string, ETag> All, string? Copied)
{
    public static StoredFiles None(DocumentPath path) => new(path, ImmutableDictionary<string, ETag>.Empty, null);

    /// <summary>Files of earlier editions, and of publications that were interrupted.</summary>
    /// <param name="version">The published edition; null if none is.</param>
    public IEnumerable<KeyValuePair<string, ETag>> NotNeededBy(string? version) => All.Where(file =>
        version is null || (file.Key != Path.Copy && !file.Key.StartsWith(Path.Edition(version), StringComparison.Ordinal)));

    /// <summary>Whether the files are this edition's and its copy, and no others; no files at all if nothing is published.</summary>
    public bool Match(string? version) =>
        !NotNeededBy(version).Any() && (version is null || (Copied == version && All.ContainsKey(Path.Pdf(version)))); // the PDF comes last
}
