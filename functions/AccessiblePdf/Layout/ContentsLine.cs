using System.Globalization;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>A line of the table of contents; the page number is known when it is drawn.</summary>
sealed class ContentsLine : FlowItem
{
    const double DotGap = 5;

    readonly LayoutContext context;
    readonly LineItem text;
    readonly Frame room;
    readonly PlannedHeading heading;
    readonly StructureElement link;
    readonly ContentSpot? number;
    readonly TextFormat format;

    public ContentsLine(LayoutContext context, LineItem text, Frame room, PlannedHeading heading, StructureElement link,
        ContentSpot? number, TextFormat format)
    {
        (this.context, this.text, this.room, this.heading, this.link, this.number, this.format) = (context, text, room, heading, link,
            number, format);
        (Height, KeepsNext) = (text.Height, text.KeepsNext);
    }

    protected override void DrawContent(PageCanvas canvas, double left, double top)
    {
        var page = (heading.Place.Page + 1).ToString(CultureInfo.InvariantCulture);
        text.Draw(canvas, left, top);
        if (number is not null)
        {
            var shape = context.Typesetter.Shape(page, format.Face);
            var (width, (textStart, textEnd)) = (shape.WidthAt(format.Size), text.Extent);
            var numberStart = room.IsRightToLeft ? room.X : room.X + room.Width - width;
            if (room.IsRightToLeft) DrawDots(canvas, left + numberStart + width, left + textStart, top);
            else DrawDots(canvas, left + textEnd, left + numberStart, top);
            canvas.Text(number, shape.Runs, left + numberStart, top + format.Baseline, format.Size, format.Colour);
        }
        var description = string.Format(CultureInfo.InvariantCulture, context.Wording.ContentsEntry, heading.Text, page);
        canvas.Link(new(description, null, heading.Place), link, left + room.X, top, room.Width, Height);
    }

    void DrawDots(PageCanvas canvas, double from, double to, double top)
    {
        var dot = context.Typesetter.Shape(".", Face.Regular);
        var baseline = top + format.Baseline;
        canvas.LayoutArtifact(() =>
        {
            for (var x = Math.Ceiling((from + DotGap) / DotGap) * DotGap; x < to - DotGap; x += DotGap)
                canvas.Text(null, dot.Runs, x, baseline, Theme.Furniture.Size, Theme.Muted);
        });
    }
}
