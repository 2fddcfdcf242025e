namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>A paragraph style, resolved along the styles it is based on.</summary>
/// <param name="Id">Its id inside the file.</param>
/// <param name="Kind">Its role.</param>
/// <param name="Level">Of a heading, from 1.</param>
/// <param name="NumberId">The list it belongs to; null for none, 0 if it was removed from the list of its base style.</param>
/// <param name="NumberLevel">The level in that list.</param>
/// <param name="BreaksPage">Begins a new page.</param>
/// <param name="Format">How its text looks.</param>
sealed record ParagraphStyle(string Id, StyleKind Kind, int Level, int? NumberId, int? NumberLevel, bool BreaksPage, CharacterFormat Format)
{
    /// <summary>The format of such a style only expresses its role, which the document shows in its own way.</summary>
    public bool HasFormatOfItsOwn => Kind is not (StyleKind.Text or StyleKind.ListText or StyleKind.Meaning or StyleKind.FootnoteText);
}
