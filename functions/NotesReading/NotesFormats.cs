using ThaffFunctions.NotesReading.Markdown;
using ThaffFunctions.NotesReading.Plain;
using ThaffFunctions.NotesReading.Word;

namespace ThaffFunctions.NotesReading;

/// <summary>The formats that can be read.</summary>
public static class NotesFormats
{
    /// <summary>Markdown, Word and plain text, in the order in which they are recommended.</summary>
    public static IReadOnlyList<INotesFormat> All(ReadingOptions options) =>
        [new MarkdownNotes(), new WordNotes(options), new PlainNotes()];
}
