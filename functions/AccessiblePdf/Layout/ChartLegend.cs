using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>
/// Says which series has which colour, in as many rows as the names need; a chart of one series needs none.
/// Names that have no room are left to the chart's table.
/// </summary>
sealed class ChartLegend
{
    const double Swatch = 8, SwatchGap = 4, EntryGap = 16, GapBelow = 5;

    readonly LayoutContext context;
    readonly double width;
    readonly List<(string Name, double X, double Top)> entries = [];

    public ChartLegend(LayoutContext context, IReadOnlyList<string> names, double width, double tallest)
    {
        (this.context, this.width) = (context, width);
        if (names.Count < 2) return;
        var (x, top) = (0.0, 0.0);
        foreach (var name in names)
        {
            var wish = Swatch + SwatchGap + context.Typesetter.Shape(name, ChartDrawing.Label.Face).WidthAt(ChartDrawing.Label.Size);
            if (x > 0 && x + wish > width) (x, top) = (0, top + ChartDrawing.Label.Leading);
            if (HeightBelow(top) > tallest) break;
            entries.Add((name, x, top));
            x += wish + EntryGap;
            Height = HeightBelow(top);
        }

        static double HeightBelow(double top) => top + ChartDrawing.Label.Leading + GapBelow;
    }

    public double Height { get; }

    public void Draw(PageCanvas canvas, ContentSpot spot, double left, double top)
    {
        var look = ChartDrawing.Label;
        for (var series = 0; series < entries.Count; series++)
        {
            var (name, x, below) = entries[series];
            canvas.Rectangle(left + x, top + below + 2, Swatch, Swatch, ChartDrawing.Colour(series));
            canvas.Text(spot, context.Fitted(name, look, width - Swatch - SwatchGap).Runs, left + x + Swatch + SwatchGap, top + below + 9.5,
                look.Size, look.Colour);
        }
    }
}
