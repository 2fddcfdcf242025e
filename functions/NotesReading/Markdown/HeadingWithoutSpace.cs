using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Lines such as "#Erkenntnisse", which are text in CommonMark but usually meant as headings.</summary>
static class HeadingWithoutSpace
{
    const int MaxLevel = 6;

    public static void Tell(LeafBlock paragraph, Remarks remarks)
    {
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LiteralInline { IsFirstCharacterEscaped: false } text
                || inline.PreviousSibling is not (null or LineBreakInline)) continue;
            if (!IsMeantAsHeading(text.Content.AsSpan())) continue;

            remarks.Hint(text.Line + 1, $"„{Cut.To(text.Content.ToString(), 40)}“ steht als Text da. Für eine Überschrift wird nach „#“ "
                + "ein Leerzeichen erwartet.");
        }
    }

    static bool IsMeantAsHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= MaxLevel && (char.IsLetter(line[level]) || (level > 1 && char.IsDigit(line[level])));
    }
}
