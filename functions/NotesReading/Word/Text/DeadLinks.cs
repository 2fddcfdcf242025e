using System.Globalization;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Links to places that are not in the document: bookmarks that were deleted, or that stood in what is left out. Their text stays.
/// </summary>
sealed class DeadLinks
{
    /// <summary>Enough of a text to find it, and enough links to see what they have in common.</summary>
    const int LettersTold = 60, MostTold = 4;

    readonly HashSet<string> anchors = [];
    readonly List<string> dead = [];
    readonly WordRemarks remarks;
    string place = "";

    DeadLinks(Remarks remarks) => this.remarks = new(remarks);

    /// <param name="blocks">The whole document.</param>
    /// <param name="remarks">Take the hints.</param>
    public static IReadOnlyList<Block> Unlinked(IReadOnlyList<Block> blocks, Remarks remarks)
    {
        var links = new DeadLinks(remarks);
        new BlockMap(links.Collected, inline => inline).Of(blocks);
        var unlinked = new BlockMap(links.Passed, inline => inline) { OnText = links.OfText }.Of(blocks);
        links.Tell(remarks);
        return unlinked;
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

    IReadOnlyList<Inline> TextOf(Reference link)
    {
        if (dead.Count == 0) place = remarks.Place();
        dead.Add($"„{Cut.To(TextRuns.Plain(link.Content).Trim(), LettersTold)}“");
        return link.Content;
    }

    void Tell(Remarks all)
    {
        const string Remedy = "In Word neu setzen oder entfernen.";
        if (dead is [var only])
        {
            all.HintAt(place, $"Der Link {only} führt zu einer Stelle, die es im Dokument nicht gibt; er steht als Text ohne Verweis da. {Remedy}");
        }
        else if (dead.Count > 1)
        {
            var more = dead.Count > MostTold ? string.Create(CultureInfo.InvariantCulture, $" und {dead.Count - MostTold} weitere") : "";
            all.HintAt(place, $"Links führen zu Stellen, die es im Dokument nicht gibt, und stehen als Text ohne Verweis da: "
                + $"{string.Join(", ", dead.Take(MostTold))}{more}. {Remedy}");
        }
    }
}
