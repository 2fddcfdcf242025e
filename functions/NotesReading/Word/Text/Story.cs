namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>The kinds of text in a document. Headings and page breaks count only in the body.</summary>
enum Story
{
    Body,
    Cell,
    Footnote,
    Box,
}
