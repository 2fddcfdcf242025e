namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>What a paragraph is by its style, and by the styles that one is based on.</summary>
/// <param name="Id">Its style's name inside the file.</param>
/// <param name="Kind">Its role.</param>
/// <param name="Level">Of a heading, from 1.</param>
/// <param name="NumberId">The list it belongs to; null: none, 0: taken out of it.</param>
/// <param name="NumberLevel">The level in that list.</param>
/// <param name="BreaksPage">Begins a new page.</param>
/// <param name="Look">How its text looks.</param>
sealed record ParagraphStyle(string Id, StyleKind Kind, int Level, int? NumberId, int? NumberLevel, bool BreaksPage, Look Look)
{
    /// <summary>Such a style's look says what it is, which the document shows in its own way.</summary>
    public bool HasLookOfItsOwn => Kind is not (StyleKind.Text or StyleKind.ListText or StyleKind.NoteText);
}
