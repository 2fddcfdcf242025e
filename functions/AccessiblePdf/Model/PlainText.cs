using System.Text;

namespace AccessiblePdf.Model;

/// <summary>Text as it can be published: whole characters without control codes.</summary>
static class PlainText
{
    /// <summary>On one line: line ends and tabs become spaces.</summary>
    public static string OnOneLine(string text) => Clean(text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<string> Lines(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n')
        .Split('\n').Select(line => Clean(line.Replace("\t", "    ", StringComparison.Ordinal)));

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
