using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Of HTML within a text, comments and <c>&lt;br&gt;</c>, which is how a cell of a table gets a second line. All other tags are text.
/// </summary>
sealed partial class HtmlInlineParser : InlineParser
{
    public HtmlInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var length = rest.StartsWith(HtmlCommentParser.Begin)
            ? rest.IndexOf(HtmlCommentParser.End) + HtmlCommentParser.End.Length
            : Break().IsMatch(rest) ? rest.IndexOf('>') + 1 : 0;
        if (length < HtmlCommentParser.End.Length) return false;

        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        Inline found = rest[1] == '!' ? new HtmlCommentInline() : new HtmlBreakInline();
        (found.Span, found.Line, found.Column) = (new(position, position + length - 1), line, column);
        processor.Inline = found;
        slice.Start += length;
        return true;
    }

    [GeneratedRegex("^<br */?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Break();
}
