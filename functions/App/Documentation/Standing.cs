using ThaffFunctions.Insights;

namespace ThaffFunctions.Documentation;

/// <summary>What is public of a session, as it was seen before the notes were read. What is written then holds only if it still stands so.</summary>
public sealed record Standing(DocumentationEntry Entry, StoredFiles Files, StoredPreview Preview, RegisterSheet Register)
{
    public bool IsInLineWith(Manuscript manuscript) =>
        Entry.Handled == manuscript.Fingerprint && Files.Match(Entry.Edition?.Version, EditionFiles) && Preview.Version == Entry.Preview && Register.Version == Entry.Edition?.Version;

    string[] EditionFiles => Entry.Edition is { } edition ? [Files.Path.Page(edition.Version), Files.Path.Content(edition.Version)] : [];
}
