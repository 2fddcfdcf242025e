using System.Globalization;
using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Removes what is left of a table of contents, which the document makes anew: its title, and entries that somebody typed.
/// </summary>
static partial class ContentsRemains
{
    const int FewestEntries = 2;

    static readonly char[] Numbering = [.. "0123456789. "];

    static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "inhalt", "inhalte", "inhaltsverzeichnis", "inhaltsübersicht", "inhaltsangabe", "content", "contents", "table of contents",
        "table of content", "table des matières", "sommaire", "índice", "indice", "spis treści", "содержание", "зміст",
    };

    public static IReadOnlyList<Block> LeftOutOf(IReadOnlyList<Block> blocks, WordRemarks remarks)
    {
        var headings = blocks.OfType<Heading>().Select(heading => NameIn(TextOf(heading))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<Block> kept = [];
        for (var at = 0; at < blocks.Count; at++)
        {
            var isTitle = IsTitle(blocks[at]);
            var first = isTitle ? at + 1 : at;
            var end = EndOfEntries(blocks, first, headings, isTitle);
            if (end > first)
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

    /// <summary>
    /// Other lists have dots and numbers too. So each entry has the name of a heading, and its number is never lower than the one before.
    /// Below a title one such name is enough for lines with dots, because headings may be renamed later, and there the dots may be missing.
    /// </summary>
    /// <returns>The first block after the entries; where they begin if there are none.</returns>
    static int EndOfEntries(IReadOnlyList<Block> blocks, int first, HashSet<string> headings, bool isBelowTitle)
    {
        var (end, page, isNamed) = (first, 0, false);
        for (; end < blocks.Count && EntryIn(blocks[end]) is { } entry && entry.Page >= page; end++)
        {
            var names = headings.Contains(entry.Name);
            if (!(isBelowTitle ? names || entry.HasDots : names && entry.HasDots)) break;
            (page, isNamed) = (entry.Page, isNamed || names);
        }

        return isNamed && end - first >= FewestEntries ? end : first;
    }

    /// <summary>Whether a block only says that a table of contents follows.</summary>
    public static bool IsTitle(Block block) => block is Heading or Paragraph && Titles.Contains(TextOf(block).TrimEnd(':'));

    /// <summary>Whether a block only names the columns of a table of contents.</summary>
    public static bool NamesPages(Block block) => block is Paragraph && ColumnNames().IsMatch(TextOf(block));

    /// <summary>Whether the next heading, or the end, follows.</summary>
    public static bool HasNothingBelow(IReadOnlyList<Block> blocks, int at) =>
        blocks.Skip(at + 1).FirstOrDefault(next => next is not PageBreak) is null or Heading
        && (blocks[at] is not Heading title || blocks.Skip(at + 1).OfType<Heading>().FirstOrDefault() is not { } next
            || next.Level <= title.Level);

    /// <summary>What a line that ends with a number could be an entry for.</summary>
    static (string Name, int Page, bool HasDots)? EntryIn(Block block) =>
        block is Heading or Paragraph && Entry().Match(TextOf(block)) is { Success: true } entry
            ? (NameIn(entry.Groups["name"].Value), int.Parse(entry.Groups["page"].ValueSpan, CultureInfo.InvariantCulture),
                !string.IsNullOrWhiteSpace(entry.Groups["gap"].Value))
            : null;

    /// <summary>Without its number, since a heading and its entry may be numbered in different ways.</summary>
    static string NameIn(string heading)
    {
        var name = heading.TrimEnd(' ', '.', '…');
        return name.TrimStart(Numbering) is { Length: > 0 } words ? words : name;
    }

    public static string TextOf(Block block) => TextRuns.Plain(block switch
    {
        Heading heading => heading.Content,
        Paragraph paragraph => paragraph.Content,
        _ => [],
    }).Trim();

    [GeneratedRegex(@"^([\p{L}.]+\s+)?(Seite|page)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ColumnNames();

    [GeneratedRegex(@"^(?<name>.+?)(?<gap>\s+|[\s.…]*(?:\.{4}|…{2}|(?:\. ){4})[\s.…]*)(?<page>[0-9]{1,4})$", RegexOptions.NonBacktracking)]
    private static partial Regex Entry();
}
