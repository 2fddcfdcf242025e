using System.Text;

namespace AccessiblePdf.Model;

/// <summary>Makes text fit for publication: no control characters, no unpaired surrogates.</summary>
static class CleanText
{
    /// <summary>What ends a line (UAX 14, classes BK, CR, LF and NL).</summary>
    static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    public static bool IsSeparator(Rune character) =>
        character.Value is '\n' or '\r' or '\v' or '\f' or '\t' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>On one line: line ends and tabs become spaces.</summary>
    public static string OnOneLine(string text) =>
        IsClean(text) ? text : Clean(string.Join(' ', text.Split(LineEnds, StringSplitOptions.None)).Replace('\t', ' '));

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<string> Lines(string text) => text
        .TrimEnd('\r', '\n').Split(LineEnds, StringSplitOptions.None)
        .Select(line => Clean(line.Replace("\t", "    ", StringComparison.Ordinal)));

    /// <summary>The text of inline elements without notes.</summary>
    public static string Of(IEnumerable<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        TextRun run => OnOneLine(run.Text),
        Link link => Of(link.Content),
        Reference reference => Of(reference.Content),
        Formula formula => OnOneLine(formula.Text),
        LineBreak => " ",
        _ => "",
    }));

    /// <summary>Whether a text has no line end, control character or surrogate.</summary>
    static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or >= '\u007F' and <= '\u009F' or '\u2028' or '\u2029' or >= '\uD800') return false;
        }
        return true;
    }

    /// <summary>Unpaired surrogates become U+FFFD; control characters and byte order marks are removed.</summary>
    static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (Rune.IsControl(character) || character.Value == 0xFEFF) continue;
            clean.Append((character.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : character);
        }
        return clean.ToString();
    }
}
