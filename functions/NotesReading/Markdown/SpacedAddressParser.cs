using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Pictures and links to a file whose name has spaces, <c>![Text](bilder/foto eins.png)</c>: CommonMark wants the name in angle brackets
/// and takes everything for text otherwise.
/// </summary>
sealed partial class SpacedAddressParser : InlineParser
{
    public SpacedAddressParser() => OpeningCharacters = ['!', '['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var found = Written().Match(slice.Text, slice.Start, slice.Length);
        if (!found.Success) return false;

        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var link = new LinkInline
        {
            IsImage = slice.CurrentChar == '!',
            IsClosed = true,
            Url = found.Groups["address"].Value,
            Title = found.Groups["title"].Value,
            Span = new(position, position + found.Length - 1),
            Line = line,
            Column = column,
        };
        link.AppendChild(new LiteralInline(found.Groups["text"].Value.Trim('*', '_', '`')));
        processor.Inline = link;
        slice.Start += found.Length;
        return true;
    }

    /// <summary>The name ends with an extension, so that a sentence in brackets stays one.</summary>
    [GeneratedRegex("""
        ^!?\[(?<text>[^\[\]\r\n]*)\]
        \([ ]*(?<address>[^\s<>()"](?:[^\s<>()"]|\([^()\r\n]*\))*(?:[ ]+(?:[^\s<>()"]|\([^()\r\n]*\))+)+?\.\w{2,5})
        (?:[ ]+"(?<title>[^"\r\n]*)")?[ ]*\)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
