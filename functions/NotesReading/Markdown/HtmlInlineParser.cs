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
        var length = rest.StartsWith(HtmlCommentParser.Begin) ? LengthOfComment(processor, rest)
            : Break().IsMatch(rest) ? rest.IndexOf('>') + 1 : 0;
        if (length == 0) return false;

        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        Inline found = rest[1] == '!' ? new HtmlCommentInline() : new HtmlBreakInline();
        (found.Span, found.Line, found.Column) = (new(position, position + length - 1), line, column);
        processor.Inline = found;
        slice.Start += length;
        return true;
    }

    /// <summary>0 if nobody ends it; then none ends in the rest of the text either, and it is not looked through again.</summary>
    int LengthOfComment(InlineProcessor processor, ReadOnlySpan<char> rest)
    {
        if (processor.ParserStates[Index] is not null) return 0;
        if (rest.IndexOf(HtmlCommentParser.End) is >= 0 and var end) return end + HtmlCommentParser.End.Length;

        processor.ParserStates[Index] = this;
        return 0;
    }

    [GeneratedRegex("^<br */?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Break();
}
