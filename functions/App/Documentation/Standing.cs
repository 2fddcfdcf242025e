namespace ThaffFunctions.Documentation;

/// <summary>What is public of a session, as it was seen before the notes were read. What is written then holds only if it still stands so.</summary>
public sealed record Standing(DocumentationEntry Entry, StoredFiles Files, StoredPreview Preview)
{
    public bool IsInLineWith(Manuscript manuscript) =>
        Entry.Handled == manuscript.Fingerprint && Files.Match(Entry.Edition?.Version) && Preview.Version == Entry.Preview;

    /// <summary>In line, and nothing is left to tell.</summary>
    public bool IsSettledWith(Manuscript manuscript) => IsInLineWith(manuscript) && !Entry.AwaitsAnnouncement;
}
