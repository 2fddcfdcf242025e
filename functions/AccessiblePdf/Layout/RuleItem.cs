using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A horizontal rule between two topics.</summary>
sealed class RuleItem : FlowItem
{
    readonly double x, width;

    public RuleItem(double x, double width) => (this.x, this.width, Height) = (x, width, 2 * Theme.BlockGap);

    protected override void DrawContent(PageCanvas canvas, double left, double top) => canvas.LayoutArtifact(
        () => canvas.Rectangle(left + x + width / 3, top + Height / 2, width / 3, Theme.Rule, Theme.Line));
}
