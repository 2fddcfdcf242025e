using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Removes the titles of lists of figures, tables or keywords that were left out, where nothing else stands below them.</summary>
static partial class ListRemains
{
    /// <summary>A longer line is a sentence.</summary>
    const int LongestTitle = 60;

    /// <summary>Whether a block directly before such a list may be its title, and not that of the document, say.</summary>
    public static bool MayBeTitle(Block block) => block is Heading or Paragraph
        && ContentsRemains.TextOf(block) is { Length: <= LongestTitle } and not [.., '.'] and var text
        && (Name().IsMatch(text) || ContentsRemains.NamesPages(block));

    /// <param name="blocks">The document.</param>
    /// <param name="titles">Blocks of it that stood directly before a list.</param>
    public static IReadOnlyList<Block> LeftOutOf(IReadOnlyList<Block> blocks, IReadOnlySet<Block> titles)
    {
        if (titles.Count == 0) return blocks;

        List<Block> kept = [.. blocks];
        HashSet<Block> empty = new(titles, ReferenceEqualityComparer.Instance);
        for (var at = kept.Count - 1; at >= 0; at--)
        {
            if (!empty.Contains(kept[at]) || !ContentsRemains.HasNothingBelow(kept, at)) continue;

            // a title above "Seite", or above those of several lists, goes with the last of them
            if (kept.Take(at).LastOrDefault(block => block is not PageBreak) is Heading outer && MayBeTitle(outer)
                && (kept[at] is not Heading heading || outer.Level < heading.Level)) empty.Add(outer);
            kept.RemoveAt(at);
        }

        return kept;
    }

    [GeneratedRegex("verzeichnis|abbildung|tabelle|grafik|diagramm|formel|gleichung|bilder|karten|stichw|register|index|liste|figure|"
        + "table|illustration|chart|keyword|authorities", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
