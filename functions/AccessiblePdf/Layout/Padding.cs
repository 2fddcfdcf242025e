using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Room inside a box, above or below its content.</summary>
sealed class Padding : FlowItem
{
    public Padding(double height) => Height = height;

    /// <summary>Whether the box begins with it: what follows needs no gap of its own.</summary>
    public bool Opens { get; init; }

    protected override void DrawContent(PageCanvas canvas, double left, double top) { }
}
