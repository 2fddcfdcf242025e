using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A document that is made from the one notes file of a folder: what <see cref="NotesEditor"/> must know of its kind.</summary>
/// <param name="Path">The document.</param>
/// <param name="Folder">Its notes, and their pictures.</param>
/// <param name="Title">Its title, unless the notes name one.</param>
/// <param name="ComposeAsync">Lays out and prints what was read; throws <c>InvalidDocumentException</c> if it cannot be printed.</param>
sealed record NotesDocument(
    DocumentPath Path, NotesFolder Folder, string Title, Func<Reading.Done, CancellationToken, Task<ComposedNotes>> ComposeAsync)
{
    /// <summary>Begins the sentence that says how the file must be named.</summary>
    public required string Expected { get; init; }

    /// <summary>What there are several of, if there is more than one file; and that one is expected.</summary>
    public required (string Found, string Expected) Several { get; init; }

    /// <summary>Why it cannot be published, whatever the notes say; null if it can.</summary>
    public string? Obstacle { get; init; }
}
