using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Keeps the numbers of lists as they were written, where CommonMark would count on from the first one. A single number other than 1 is an
/// ordinal ("2. Etage") and becomes text, and so does a 1 that the line before leads to ("im / 1. Quartal"). Numbers that are all the same
/// are counted on, as authors of Markdown expect.
/// </summary>
static class WrittenNumbers
{
    /// <summary>How Markdig names this numbering; lists of letters have no ordinals.</summary>
    const char Digits = '1';

    public static void Keep(MarkdownDocument document)
    {
        foreach (var container in document.Descendants<ContainerBlock>().Prepend(document).Where(block => block is not ListBlock).ToList())
            Keep(container);
        foreach (var end in document.Descendants<LineBreakInline>().Where(SeparatesDates)) end.IsHard = true;
    }

    /// <summary>Rebuilds a container whose lists change, in one pass: a file may have a million of them.</summary>
    static void Keep(ContainerBlock container)
    {
        ListBlock[] lists = [.. container.OfType<ListBlock>().Where(list => list.IsOrdered && list.Count > 0)];
        Dictionary<Block, IReadOnlyList<Block>> changed = new(ReferenceEqualityComparer.Instance);
        var joined = JoinOrdinals(container);
        for (var at = 0; at < lists.Length; at++)
        {
            if (joined.Contains(lists[at])) continue;

            var continues = (at > 0 && NumberOf(lists[at - 1][^1]) == NumberOf(lists[at][0]) - 1)
                || (at + 1 < lists.Length && NumberOf(lists[at + 1][0]) == NumberOf(lists[at][^1]) + 1);
            if (!continues && IsOrdinal(lists[at])) changed[lists[at]] = [TextOf(lists[at])];
            else if (!RunsOn(lists[at])) changed[lists[at]] = Split(lists[at]);
        }

        if (changed.Count + joined.Count == 0) return;

        Block[] blocks =
            [.. container.Where(block => !joined.Contains(block)).SelectMany(block => changed.GetValueOrDefault(block) ?? [block])];
        container.Clear();
        foreach (var block in blocks) container.Add(block);
    }

    /// <summary>Appends lists that are ordinals in a sentence to the paragraphs above them, which they interrupted.</summary>
    static HashSet<Block> JoinOrdinals(ContainerBlock container)
    {
        HashSet<Block> joined = new(ReferenceEqualityComparer.Instance);
        Block? before = null;
        foreach (var block in container)
        {
            if (before is ParagraphBlock { Inline: { LastChild: LiteralInline end } above }
                && block is ListBlock { BulletType: Digits } list && IsSingle(list)
                && list.Line == before.Line + 1 + above.Descendants<LineBreakInline>().Count()
                && Ordinals.Follow(end.Content.AsSpan()))
            {
                above.AppendChild(new LineBreakInline());
                foreach (var inline in TextOf(list).Inline!.ToList())
                {
                    inline.Remove();
                    above.AppendChild(inline);
                }

                joined.Add(list);
            }

            before = block;
        }

        return joined;
    }

    static int NumberOf(Block item) => ((ListItemBlock)item).Order;

    /// <summary>A single item other than the first, with nothing below it.</summary>
    static bool IsOrdinal(ListBlock list) => list is { BulletType: Digits } and [ListItemBlock { Order: not 1 }] && IsSingle(list);

    static bool IsSingle(ListBlock list) =>
        list is [ListItemBlock item] && item is [ParagraphBlock { Inline.FirstChild: not null }];

    static bool RunsOn(ListBlock list) =>
        list.Zip(list.Skip(1)).All(pair => NumberOf(pair.Second) == NumberOf(pair.First) + 1) || !list.DistinctBy(NumberOf).Skip(1).Any();

    static ParagraphBlock TextOf(ListBlock list)
    {
        var item = (ListItemBlock)list[0];
        var paragraph = (ParagraphBlock)item[0];
        var first = paragraph.Inline!.FirstChild!;
        first.InsertBefore(new LiteralInline(
            string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter} "))
        { Line = first.Line });
        item.Clear();
        return paragraph;
    }

    /// <summary>A list for each run of consecutive numbers.</summary>
    static List<Block> Split(ListBlock list)
    {
        List<Block> runs = [];
        Block[] items = [.. list];
        list.Clear();
        for (var at = 0; at < items.Length; at++)
        {
            if (at == 0 || NumberOf(items[at]) != NumberOf(items[at - 1]) + 1) runs.Add(Another(list, NumberOf(items[at])));
            ((ListBlock)runs[^1]).Add(items[at]);
        }

        return runs;
    }

    static ListBlock Another(ListBlock list, int start) => new(list.Parser!)
    {
        IsOrdered = true,
        BulletType = list.BulletType,
        OrderedDelimiter = list.OrderedDelimiter,
        DefaultOrderedStart = list.DefaultOrderedStart,
        OrderedStart = start.ToString(CultureInfo.InvariantCulture),
        IsLoose = list.IsLoose,
        Line = list.Line,
    };

    /// <summary>Lines that begin with dates are entries of a schedule: each keeps its line.</summary>
    static bool SeparatesDates(LineBreakInline end) =>
        end is { IsHard: false, NextSibling: LiteralInline next }
            && (Dates.BeginEntry(next.Content.AsSpan()) || (Dates.Begin(next.Content.AsSpan()) && Dates.Begin(LineBefore(end))));

    static ReadOnlySpan<char> LineBefore(LineBreakInline end)
    {
        Inline? first = end.PreviousSibling;
        while (first?.PreviousSibling is { } before and not LineBreakInline) first = before;
        return first is LiteralInline text ? text.Content.AsSpan() : [];
    }
}
