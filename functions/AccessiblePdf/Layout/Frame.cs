using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Where blocks are set: their parent in the logical structure, their room in the column, and the look of their text.</summary>
/// <param name="Element">The parent.</param>
/// <param name="X">The left edge, from the column's.</param>
/// <param name="Width">The width, in points.</param>
/// <param name="Look">The look of paragraphs.</param>
sealed record Frame(StructureElement Element, double X, double Width, Look Look)
{
    public Box? Box { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>The gap around paragraphs and lists; smaller inside lists, boxes and cells.</summary>
    public double Gap { get; init; } = Theme.ParagraphGap;

    /// <summary>How many lists are around.</summary>
    public int ListDepth { get; init; }

    public Frame Indented(StructureElement element, double left, double right = 0) => this with { Element = element, X = X + left, Width = Width - left - right };
}
