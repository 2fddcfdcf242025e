using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Removes what is left of a table of contents, which the document makes anew: its title, and entries that somebody typed.
/// </summary>
static partial class ContentsRemains
{
    const int FewestEntries = 2;

    static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "inhalt", "inhalte", "inhaltsverzeichnis", "inhaltsübersicht", "inhaltsangabe", "content", "contents", "table of contents",
        "table of content", "table des matières", "sommaire", "índice", "indice", "spis treści", "содержание", "зміст",
    };

    public static IReadOnlyList<Block> LeftOutOf(IReadOnlyList<Block> blocks, WordRemarks remarks)
    {
        var headings = blocks.OfType<Heading>().Select(TextOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<Block> kept = [];
        for (var at = 0; at < blocks.Count; at++)
        {
            var isTitle = IsTitle(blocks[at]);
            var first = isTitle ? at + 1 : at;
            var end = first;
            while (end < blocks.Count && IsEntry(blocks[end], isTitle ? headings : [])) end++;
            if (end - first >= FewestEntries || end > first && remarks.LeavesContentsOut)
            {
                remarks.TellContents();
                at = end - 1;
            }
            else if (!(isTitle && remarks.LeavesContentsOut && HasNothingBelow(blocks, at))
                && !(blocks[at] is PageBreak && kept is [] or [.., PageBreak]))
            {
                kept.Add(blocks[at]);
            }
        }

        return Levelled(kept);
    }

    /// <summary>Without the title, headings below it may be deeper than those above them allow.</summary>
    static List<Block> Levelled(List<Block> blocks)
    {
        var levels = new HeadingLevels();
        return [.. blocks.Select(block => block is Heading heading ? heading with { Level = levels.Next(heading.Level) } : block)];
    }

    /// <summary>Whether a block only says that a table of contents follows.</summary>
    public static bool IsTitle(Block block) => block is Heading or Paragraph && Titles.Contains(TextOf(block).TrimEnd(':'));

    static bool HasNothingBelow(IReadOnlyList<Block> blocks, int at) => blocks.Skip(at + 1).FirstOrDefault(next => next is not PageBreak)
        is null or Heading && (blocks[at] is not Heading title || blocks.Skip(at + 1).OfType<Heading>().FirstOrDefault() is not { } next
            || next.Level <= title.Level);

    /// <summary>A line that ends with dots and a number, or the text of a heading with one.</summary>
    static bool IsEntry(Block block, HashSet<string> headings) => block is Heading or Paragraph && TextOf(block) is var text
        && (Leader().IsMatch(text) || Numbered().Match(text) is { Success: true } entry && headings.Contains(entry.Groups[1].Value));

    static string TextOf(Block block) => TextRuns.Plain(block switch
    {
        Heading heading => heading.Content,
        Paragraph paragraph => paragraph.Content,
        _ => [],
    }).Trim();

    [GeneratedRegex(@"\S.*(\.{4}|…{2}|(\. ){4})[ .…]*\d{1,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(.*\S)\s+\d{1,4}$")]
    private static partial Regex Numbered();
}
