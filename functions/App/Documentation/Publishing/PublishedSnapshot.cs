namespace ThaffFunctions.Documentation.Publishing;

/// <summary>What is stored of a document, read before its source. Everything written afterwards is conditional on these ETags.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Files">Its files in container documentation.</param>
/// <param name="Preview">Its file in container entwurf.</param>
sealed record PublishedSnapshot(DocumentEntry Entry, StoredFiles Files, StoredPreview Preview)
{
    /// <summary>Whether the source with this fingerprint was handled, and nothing is missing or left behind.</summary>
    public bool IsInLineWith(string fingerprint) =>
        Entry.Handled == fingerprint && Files.Match(Entry.Edition?.Version) && Preview.Version == Entry.Preview;
}
