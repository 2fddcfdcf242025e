using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Fonts;

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

    /// <summary>The names, each with its left end and its baseline as distances from the upper left corner.</summary>
    public IEnumerable<(ShapedText Name, double X, double Baseline)> Names => entries.Select(entry =>
        (context.Fitted(entry.Name, ChartDrawing.Label, width - Swatch - SwatchGap), entry.X + Swatch + SwatchGap, entry.Top + 9.5));
}
