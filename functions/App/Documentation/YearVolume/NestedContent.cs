using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Adapts content for a larger document: headings are one level lower, anchors get a prefix so that they stay unique.</summary>
static class NestedContent
{
    public static IReadOnlyList<Block> To(string prefix, IReadOnlyList<Block> blocks) => new BlockMap(
        block => Anchored(block is Heading heading ? Lowered(heading) : block, prefix),
        inline => inline is Reference reference ? reference with { Anchor = Named(prefix, reference.Anchor) } : inline).Of(blocks);

    static Heading Lowered(Heading heading) => heading with { Level = Math.Min(heading.Level + 1, HeadingLevels.Deepest) };

    static Block Anchored(Block block, string prefix) => block.Anchor is { } anchor ? block with { Anchor = Named(prefix, anchor) } : block;

    static string Named(string prefix, string anchor) => $"{prefix}/{anchor}";
}
