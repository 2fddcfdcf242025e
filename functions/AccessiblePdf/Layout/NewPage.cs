using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Begins a new page.</summary>
sealed class NewPage : FlowItem
{
    protected override void DrawContent(PageCanvas canvas, double left, double top) { }
}
