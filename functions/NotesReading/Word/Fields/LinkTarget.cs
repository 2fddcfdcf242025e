namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>The target of a link: an address outside the document, or a bookmark in it.</summary>
sealed record LinkTarget(string? Address, string? Bookmark);
