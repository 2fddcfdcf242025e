namespace ThaffFunctions.NotesReading.Word.Styles;

/// <summary>The role of a paragraph, by its style.</summary>
enum StyleKind
{
    Text,
    Heading,
    Title,
    Subtitle,
    ContentsHeading,
    ContentsEntry,
    Quote,
    Caption,
    ListText,
    Code,
    Term,
    Meaning,
    FootnoteText,
}
