using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Removes the title of a table of contents that was left out, if nothing else stands below it.</summary>
static class ContentsTitle
{
    public static IReadOnlyList<Block> LeftOutOf(IReadOnlyList<Block> blocks)
    {
        if (!blocks.Any(IsNamedSo)) return blocks;

        List<Block> kept = [];
        foreach (var (index, block) in blocks.Index())
        {
            if (IsNamedSo(block) && HasNothingBelow(block, blocks.Skip(index + 1).FirstOrDefault(next => next is not PageBreak))) continue;
            if (block is PageBreak && kept is [] or [.., PageBreak]) continue;

            kept.Add(block);
        }

        return kept;
    }

    static bool HasNothingBelow(Block block, Block? next) =>
        next is null || (next is Heading heading && (block is not Heading title || heading.Level <= title.Level));

    static bool IsNamedSo(Block block) => block switch
    {
        Heading heading => IsName(heading.Content),
        Paragraph paragraph => IsName(paragraph.Content),
        _ => false,
    };

    static bool IsName(IReadOnlyList<Inline> text) =>
        TextRuns.Plain(text).Trim(' ', ':').ToLowerInvariant() is "inhalt" or "inhaltsverzeichnis" or "inhaltsübersicht" or "contents"
            or "table of contents";
}
