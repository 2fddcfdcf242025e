using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Where blocks are set: their parent in the logical structure, their room in the column, and the look of their text.</summary>
/// <param name="Element">The parent.</param>
/// <param name="X">The left edge, from the column's.</param>
/// <param name="Width">The width, in points.</param>
/// <param name="Format">The format of paragraphs.</param>
sealed record Frame(StructureElement Element, double X, double Width, TextFormat Format)
{
    const double LeastWidth = 110;

    readonly (double X, double Width) column = (X, Width);

    public Box? Box { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>Whether blocks without letters go from right to left, and the sides of lists, tables and boxes are swapped.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The gap around paragraphs and lists; smaller inside lists, boxes and cells.</summary>
    public double Gap { get; init; } = Theme.ParagraphGap;

    /// <summary>
    /// The height of the tallest drawing, in points: in cells and notes it leaves room on a turned page under a repeated header.
    /// </summary>
    public double Tallest { get; init; } = Theme.LargestDrawing;

    /// <summary>How many lists are around.</summary>
    public int ListDepth { get; init; }

    /// <summary>Whether the blocks stand in a cell of a table, which their footnotes follow.</summary>
    public bool IsInTable { get; init; }

    /// <summary>Resets the indentation for content that is nested too deep for a line of readable length.</summary>
    public Frame WithRoomFor(double indent) => HasRoomFor(indent) ? this : this with { X = column.X, Width = column.Width };

    /// <summary>Whether an indented line would hold a few words.</summary>
    public bool HasRoomFor(double indent) => Width - indent >= LeastWidth;

    /// <summary>Whether the frame is the page itself.</summary>
    public bool IsWholeColumn => Box is null && X == 0 && Width == Paper.Upright.TextWidth;

    /// <param name="element">The parent of what is inside.</param>
    /// <param name="start">The room before it, where its lines begin.</param>
    /// <param name="end">The room after it.</param>
    public Frame Indented(StructureElement element, double start, double end = 0)
    {
        (start, end) = (Math.Min(start, Width / 2), Math.Min(end, Width / 8));
        return this with { Element = element, X = X + (IsRightToLeft ? end : start), Width = Width - start - end };
    }

    /// <summary>Where something of a width stands that begins where the lines do.</summary>
    public double StartOf(double width) => IsRightToLeft ? X + Width - width : X;
}
