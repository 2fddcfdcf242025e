using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Layout;

/// <summary>A picture; one that only decorates is an artifact.</summary>
sealed class PictureItem : FlowItem
{
    /// <summary>The smallest part of its size a picture is drawn at, rather than on the next page.</summary>
    const double Smallest = 0.7;

    readonly Picture picture;
    readonly StructureElement? element;
    readonly ContentSpot? spot;
    readonly double x, width;

    public PictureItem(Picture picture, StructureElement? element, double x, double width, double height)
    {
        (this.picture, this.element, this.x, this.width, Height) = (picture, element, x, width, height);
        spot = element?.AddContent();
    }

    PictureItem(PictureItem large, double scale)
    {
        (picture, element, x, width, Height) = (large.picture, large.element, large.x, large.width * scale, large.Height * scale);
        (spot, Box, Gap, KeepsNext, Paper) = (large.spot, large.Box, large.Gap, large.KeepsNext, large.Paper);
        (Link, Target) = (large.Link, large.Target);
        Add(large.Destinations);
        foreach (var label in large.Labels) Add(label);
    }

    /// <summary>Whether the document leaves the size to the layout.</summary>
    public bool MayShrink { get; init; }

    /// <summary>The element Link around the picture.</summary>
    public StructureElement? Link { get; init; }

    /// <summary>The target of the link.</summary>
    public LinkTarget? Target { get; init; }

    public override FlowItem? Shrunk(double height) =>
        MayShrink && height >= Smallest * Height ? new PictureItem(this, height / Height) : null;

    protected override void DrawContent(PageCanvas canvas, double left, double top)
    {
        if (element is null)
        {
            canvas.LayoutArtifact(() => canvas.Image(null, picture, left + x, top, width, Height));
            return;
        }
        canvas.Frame(element, left + x, top, width, Height);
        canvas.Image(spot, picture, left + x, top, width, Height);
        if (Target is { } target) canvas.Link(target, Link!, left + x, top, width, Height);
    }
}
