using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A short bar that opens a title page.</summary>
sealed class BarItem : FlowItem
{
    public BarItem() => Height = 5;

    protected override void DrawContent(PageCanvas canvas, double left, double top) =>
        canvas.LayoutArtifact(() => canvas.Rectangle(left, top, 56, Height, Theme.Accent));
}
