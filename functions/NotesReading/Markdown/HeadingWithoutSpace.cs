using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Lines such as "#Erkenntnisse", which are text in CommonMark but usually meant as headings.</summary>
static class HeadingWithoutSpace
{
    const int MaxLevel = 6;

    /// <summary>A no-break space is typed by accident (Option and space on a Mac), and counts as no space.</summary>
    const string NoBreakSpacesAndQuotes = "\u00A0\u202F„“\"»«(";

    public static void Tell(LeafBlock paragraph, Remarks remarks)
    {
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LiteralInline { IsFirstCharacterEscaped: false } text
                || inline.PreviousSibling is not (null or LineBreakInline)) continue;
            var line = text.Content.ToString();
            if (line.AsSpan().IndexOfAnyExcept('#') < 0 && text.NextSibling is ContainerInline styled) line += MarkdownText.Of(styled);
            if (!IsMeantAsHeading(line)) continue;

            remarks.Hint(text.Line + 1, $"„{Cut.To(line, 40)}“ steht als Text da. Für eine Überschrift wird nach „#“ "
                + "ein Leerzeichen erwartet.");
        }
    }

    static bool IsMeantAsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= MaxLevel
            && (char.IsLetter(line[level]) || NoBreakSpacesAndQuotes.Contains(line[level]) || (level > 1 && char.IsDigit(line[level])));
    }
}
