using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Links to places that are not in the document: bookmarks that were deleted, or that stood in what is left out. Their text stays.
/// </summary>
sealed class DeadLinks
{
    /// <summary>Enough of a text to find it.</summary>
    const int LettersTold = 60;

    readonly HashSet<string> anchors = [];
    readonly WordRemarks remarks;

    DeadLinks(Remarks remarks) => this.remarks = new(remarks);

    /// <param name="blocks">The whole document.</param>
    /// <param name="remarks">Take the hints.</param>
    public static IReadOnlyList<Block> Unlinked(IReadOnlyList<Block> blocks, Remarks remarks)
    {
        var links = new DeadLinks(remarks);
        new BlockMap(links.Collected, inline => inline).Of(blocks);
        return new BlockMap(links.Passed, inline => inline) { OnText = links.OfText }.Of(blocks);
    }

    Block Collected(Block block)
    {
        if (block.Anchor is { } anchor) anchors.Add(anchor);
        return block;
    }

    Block Passed(Block block)
    {
        if (block is Heading heading) remarks.PassHeading(TextRuns.Plain(heading.Content).Trim());
        return block;
    }

    IReadOnlyList<Inline> OfText(IReadOnlyList<Inline> text) => text.Any(IsDead)
        ? TextRuns.Joined(text.SelectMany(inline => IsDead(inline) ? TextOf((Reference)inline) : [inline])) : text;

    bool IsDead(Inline inline) => inline is Reference reference && !anchors.Contains(reference.Anchor);

    IReadOnlyList<Inline> TextOf(Reference dead)
    {
        remarks.Hint($"Der Link „{Cut.To(TextRuns.Plain(dead.Content).Trim(), LettersTold)}“ führt zu einer Stelle, die es im Dokument nicht "
            + "gibt; er steht als Text ohne Verweis da. In Word den Link neu setzen oder entfernen.");
        return dead.Content;
    }
}
