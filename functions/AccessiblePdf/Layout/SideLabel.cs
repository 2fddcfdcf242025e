using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>A bullet or number beside an item.</summary>
sealed record SideLabel(ContentSpot Spot, ShapedText Text, double X, Look Look)
{
    /// <summary>The target of the label's link.</summary>
    public (LinkTarget Target, StructureElement Link)? Link { get; init; }

    public void Draw(PageCanvas canvas, double left, double baseline)
    {
        canvas.Text(Spot, Text.Runs, left + X, baseline, Look.Size, Look.Colour);
        if (Link is var (target, element))
            canvas.Link(target, element, left + X, baseline - Look.Baseline, Text.WidthAt(Look.Size), Look.Leading);
    }
}
