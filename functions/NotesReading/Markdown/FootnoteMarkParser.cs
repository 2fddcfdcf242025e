using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Parses the reference to a footnote, <c>[^1]</c>. Markdig alone takes two in a row for one link whose text is the first.
/// </summary>
sealed class FootnoteMarkParser : InlineParser
{
    public FootnoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice;
        if (rest.PeekChar() != '^' || !LinkHelper.TryParseLabel(ref rest, out var label)) return false;
        if (!processor.Document.TryGetLinkReferenceDefinition(label, out var found)
            || found is not FootnoteLinkReferenceDefinition footnote) return false;

        var mark = footnote.CreateLinkInline!(processor, footnote, null);
        mark.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        mark.Span.End = mark.Span.Start + rest.Start - slice.Start - 1;
        (mark.Line, mark.Column) = (line, column);
        processor.Inline = mark;
        slice = rest;
        return true;
    }
}
