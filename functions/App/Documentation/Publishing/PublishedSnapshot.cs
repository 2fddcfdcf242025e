using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// A snapshot of what is stored for a document, taken before its source is read. All later writes are conditional on these ETags.
/// </summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Files">Its files in container documentation.</param>
/// <param name="Preview">Its file in container entwurf.</param>
sealed record PublishedSnapshot(DocumentEntry Entry, StoredFiles Files, StoredPreview Preview)
{
    /// <summary>
    /// Whether the source with this fingerprint was handled, or there is none and never was; no file is missing, no obsolete file is left.
    /// </summary>
    public bool IsCurrentFor(string fingerprint) =>
        (Entry.Handled ?? NotesFolder.NoNotes) == fingerprint && Files.Match(Entry.Edition?.Version) && Preview.Version == Entry.Preview;
}
