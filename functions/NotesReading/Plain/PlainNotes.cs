using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading.Plain;

/// <summary>Notes as plain text: paragraphs, underlined headings, lists.</summary>
sealed class PlainNotes : INotesFormat
{
    const string Fence = "---";

    const string LanguageRemedy = "Ist es der ganze Text, hilft „sprache: en“ im Kopf der Datei; einzelne Stellen lassen sich in notes.md "
        + "oder in Word kennzeichnen.";

    public string Extension => ".txt";

    public long MaxBytes => TextFile.MaxBytes;

    public string WayToSmaller => TextFile.WayToSmaller;

    public ParsedNotes? Parse(byte[] file, string title, Remarks remarks)
    {
        if (TextFile.Read(file, Extension, remarks, mayBeWindows1252: true) is not { } text) return null;

        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        NotesMetadata head;
        var first = 1;
        if (lines[0] == Fence && Array.IndexOf(lines, Fence, 1) is > 0 and var end)
        {
            head = FrontMatterReader.Read(string.Join('\n', lines[1..end]), firstLine: 2, text, remarks);
            (first, lines) = (end + 2, lines[(end + 1)..]);
        }
        else
        {
            head = FrontMatterReader.Missing(text, remarks);
        }

        foreach (var (index, line) in lines.Index())
        {
            if (Placeholders.FirstIn(line) is { } unfilled)
                remarks.HintFirst(nameof(Placeholders), first + index, Placeholders.Told(unfilled));
        }

        var blocks = TypedQuotes.Found(TypedColumns.Found(new PlainReader(head.Title ?? title).Read(lines), remarks));
        blocks = TypedLayout.Replaced(SpacedLetters.Joined(blocks, remarks));
        var language = head.Language ?? LanguageTag.German;
        blocks = UnmarkedScripts.Marked(blocks, language, LanguageRemedy, remarks);
        SpokenLanguages.TellUnmarked(blocks, language, LanguageRemedy, remarks);
        return new(head, [], _ => new(blocks, []) { Language = language });
    }
}
