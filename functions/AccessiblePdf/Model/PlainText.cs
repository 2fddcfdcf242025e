using System.Buffers;
using System.Text;

namespace AccessiblePdf.Model;

/// <summary>Text as it can be published: whole characters without control codes.</summary>
static class PlainText
{
    /// <summary>What ends a line (UAX 14, classes BK, CR, LF and NL).</summary>
    static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    static readonly SearchValues<char> Separators = SearchValues.Create("\n\r\v\f\t\u0085\u2028\u2029");

    public static bool IsSeparator(Rune character) => character.IsBmp && Separators.Contains((char)character.Value);

    /// <summary>On one line: line ends and tabs become spaces.</summary>
    public static string OnOneLine(string text) =>
        Clean(text.AsSpan().ContainsAny(Separators) ? string.Join(' ', text.Split(LineEnds, StringSplitOptions.None)).Replace('\t', ' ') : text);

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<string> Lines(string text) => text
        .TrimEnd('\r', '\n').Split(LineEnds, StringSplitOptions.None).Select(line => Clean(line.Replace("\t", "    ", StringComparison.Ordinal)));

    /// <summary>The text of inline elements without notes.</summary>
    public static string Of(IEnumerable<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        TextRun run => OnOneLine(run.Text),
        Link link => Of(link.Content),
        Reference reference => Of(reference.Content),
        LineBreak => " ",
        _ => "",
    }));

    /// <summary>Halves of characters become U+FFFD; control codes and byte order marks, which no font shows, go.</summary>
    static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uFFFF') && !text.Any(char.IsControl)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (Rune.IsControl(character) || character.Value == 0xFEFF) continue;
            clean.Append((character.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : character);
        }
        return clean.ToString();
    }
}
