using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A document that is made from the one notes file of a folder, and how staff are told of it.</summary>
/// <param name="Path">The document.</param>
/// <param name="Folder">Its notes, and their pictures.</param>
/// <param name="Title">The title if the notes do not contain one.</param>
sealed record NotesDocument(DocumentPath Path, NotesFolder Folder, string Title)
{
    /// <summary>The beginning of the German sentence that says how the file must be named.</summary>
    public required string Expected { get; init; }

    /// <summary>For the German message about more than one notes file: what was found, and what is expected.</summary>
    public required (string Found, string Expected) Several { get; init; }

    /// <summary>The path of its page on the site.</summary>
    public required string PagePath { get; init; }

    /// <summary>A reason, outside of the notes, why it cannot be published, in German; null if there is none.</summary>
    public string? Obstacle { get; init; }
}
