using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// A single <c>*</c> inside a word is a gender star ("Mentor*innen"), not emphasis. CommonMark has the same rule for <c>_</c>.
/// </summary>
sealed class WordStarParser : InlineParser
{
    public WordStarParser() => OpeningCharacters = ['*'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!char.IsLetterOrDigit(slice.PeekCharExtra(-1)) || !char.IsLetterOrDigit(slice.PeekChar())) return false;

        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new(slice.Text, slice.Start, slice.Start),
            Span = new(position, position),
            Line = line,
            Column = column
        };
        slice.SkipChar();
        return true;
    }
}
