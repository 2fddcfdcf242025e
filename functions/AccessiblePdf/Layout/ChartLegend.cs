using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>
/// Says which series has which colour, in as many rows as the names need; a chart of one series needs none if its title has the name.
/// Names that have no room are left to the chart's table.
/// </summary>
sealed class ChartLegend
{
    const double Swatch = 8, SwatchGap = 4, EntryGap = 16, GapBelow = 5;

    readonly LayoutContext context;
    readonly double width;
    readonly List<(string Name, double X, double Top)> entries = [];

    public ChartLegend(LayoutContext context, Chart chart, double width, double tallest)
    {
        (this.context, this.width) = (context, width);
        string[] names = [.. chart.Series.Select(series => series.Name)];
        IsWhole = true;
        if (names is [var only] && chart.Title.Contains(only, StringComparison.OrdinalIgnoreCase)) return;
        var (x, top) = (0.0, 0.0);
        foreach (var name in names)
        {
            var wish = Swatch + SwatchGap + context.Typesetter.Shape(name, ChartDrawing.Label.Face).WidthAt(ChartDrawing.Label.Size);
            if (x > 0 && x + wish > width) (x, top) = (0, top + ChartDrawing.Label.Leading);
            IsWhole &= wish <= width && HeightBelow(top) <= tallest;
            if (HeightBelow(top) > tallest) break;
            entries.Add((name, x, top));
            x += wish + EntryGap;
            Height = HeightBelow(top);
        }

        static double HeightBelow(double top) => top + ChartDrawing.Label.Leading + GapBelow;
    }

    public double Height { get; }

    public bool IsShown => entries.Count > 0;

    /// <summary>Whether no name is left out or shortened.</summary>
    public bool IsWhole { get; }

    public void DrawColours(PageCanvas canvas, double left, double top)
    {
        foreach (var (series, (_, x, below)) in entries.Index())
            canvas.Rectangle(left + x, top + below + 2, Swatch, Swatch, ChartDrawing.Colour(series));
    }

    /// <param name="canvas">The page.</param>
    /// <param name="spotOf">What the name of a series is part of.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="top">The upper edge.</param>
    public void DrawNames(PageCanvas canvas, Func<int, ContentSpot> spotOf, double left, double top)
    {
        var look = ChartDrawing.Label;
        foreach (var (series, (name, x, below)) in entries.Index())
        {
            canvas.Text(spotOf(series), context.Fitted(name, look, width - Swatch - SwatchGap).Runs, left + x + Swatch + SwatchGap,
                top + below + 9.5, look.Size, look.Colour);
        }
    }
}
