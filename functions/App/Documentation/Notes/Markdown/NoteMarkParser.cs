using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ThaffFunctions.Documentation.Notes.Markdown;

/// <summary>The mark of a footnote, <c>[^1]</c>, wherever it stands: Markdig takes two in a row for one link, the first as its text.</summary>
sealed class NoteMarkParser : InlineParser
{
    public NoteMarkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice;
        if (rest.PeekChar() != '^' || !LinkHelper.TryParseLabel(ref rest, out var label)) return false;
        if (!processor.Document.TryGetLinkReferenceDefinition(label, out var found) || found is not FootnoteLinkReferenceDefinition note) return false;

        var mark = note.CreateLinkInline!(processor, note, null);
        mark.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        mark.Span.End = mark.Span.Start + rest.Start - slice.Start - 1;
        (mark.Line, mark.Column) = (line, column);
        processor.Inline = mark;
        slice = rest;
        return true;
    }
}
