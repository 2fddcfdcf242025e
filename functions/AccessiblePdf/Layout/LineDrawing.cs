using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Lines from left to right over a scale.</summary>
sealed class LineDrawing : ChartDrawing
{
    const double HighestPlot = 170, GapAbove = 6, Axis = 20;

    public LineDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame)
        : base(context, numbers, figure, frame) =>
        Height = Math.Min(frame.Tallest, LegendHeight + GapAbove + HighestPlot + Axis);

    double PlotHeight => Height - LegendHeight - GapAbove - Axis;

    /// <summary>Numbers between the lines of the scale can only be estimated.</summary>
    public override bool TellsAll => false;

    IReadOnlyList<double> Scale => [.. Enumerable.Range(0, 1 + (int)Math.Round((Numbers.Highest - Numbers.Lowest) / Numbers.Steps))
        .Select(line => Numbers.Lowest + line * Numbers.Steps)];

    double Numerals => Math.Min(Width * 0.3, Scale.Max(value => Measure(Numbers.Write(value)))) + 8;

    double Step => (Width - Numerals) / Numbers.Chart.Categories.Count;

    double X(double left, int category) => left + Numerals + Step * (category + 0.5);

    double Y(double top, double value) => top + GapAbove + PlotHeight * (1 - Numbers.Share(value));

    protected override void DrawShapes(PageCanvas canvas, double left, double top)
    {
        foreach (var value in Scale)
        {
            canvas.Rectangle(left + Numerals, Y(top, value) - 0.25, Width - Numerals, value == 0 ? 0.8 : 0.5,
                value == 0 ? Theme.Muted : Theme.FaintLine);
        }
        foreach (var (number, series) in Numbers.Chart.Series.Index()) DrawSeries(canvas, series.Values, Colour(number), left, top);
    }

    protected override void DrawWords(PageCanvas canvas, double left, double top)
    {
        foreach (var value in Scale)
            Write(canvas, null, Numbers.Write(value), left + Numerals - 8, Y(top, value) + 3, 1, Numerals);
        var names = Numbers.Chart.Categories;
        var every = (int)Math.Ceiling(names.Max(Measure) / Math.Max(1, Step - 6));
        for (var i = 0; i < names.Count; i++)
        {
            var x = X(left, i);
            var room = Math.Min((every <= 2 ? Step : Step * every) - 4, 2 * Math.Min(x - left, left + Width - x));
            if (every <= 2 || i % every == 0) Write(canvas, NameOf(i), names[i], x, top + GapAbove + PlotHeight + 14, 0.5, room);
        }
    }

    void DrawSeries(PageCanvas canvas, IReadOnlyList<double?> values, Colour colour, double left, double top)
    {
        var points = new List<(double, double)>();
        for (var i = 0; i <= values.Count; i++)
        {
            if (i < values.Count && values[i] is { } value)
            {
                var (x, y) = (X(left, i), Y(top, value));
                points.Add((x, y));
                canvas.Rectangle(x - 2.2, y - 2.2, 4.4, 4.4, colour);
                continue;
            }
            if (points.Count > 1) canvas.Line(points, 1.6, colour);
            points = [];
        }
    }
}
