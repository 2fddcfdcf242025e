using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// A single <c>*</c> inside a word is a gender star ("Mentor*innen"), not emphasis. CommonMark has the same rule for <c>_</c>.
/// </summary>
sealed class WordStarParser : InlineParser
{
    const int MaxUnseen = 3;

    public WordStarParser() => OpeningCharacters = ['*'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!char.IsLetterOrDigit(Beside(slice, -1)) || !char.IsLetterOrDigit(Beside(slice, +1))) return false;

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

    /// <summary>The next character that is seen: web pages and Word put soft hyphens and joiners beside the star.</summary>
    static char Beside(StringSlice slice, int step)
    {
        var at = step;
        while (Math.Abs(at) <= MaxUnseen && char.GetUnicodeCategory(slice.PeekCharExtra(at)) == UnicodeCategory.Format) at += step;
        return slice.PeekCharExtra(at);
    }
}
