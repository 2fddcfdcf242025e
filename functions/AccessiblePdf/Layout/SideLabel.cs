using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>A bullet or number beside an item.</summary>
sealed record SideLabel(ContentSpot Spot, ShapedText Text, double X, TextFormat Format)
{
    /// <summary>The target of the label's link.</summary>
    public (LinkTarget Target, StructureElement Link)? Link { get; init; }

    public void Draw(PageCanvas canvas, double left, double baseline)
    {
        canvas.Text(Spot, Text.Runs, left + X, baseline, Format.Size, Format.Colour);
        if (Link is var (target, element))
            canvas.Link(target, element, left + X, baseline - Format.Baseline, Text.WidthAt(Format.Size), Format.Leading);
    }
}
