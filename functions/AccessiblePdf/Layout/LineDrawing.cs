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

    protected override void DrawChart(PageCanvas canvas, double left, double top)
    {
        var chart = Numbers.Chart;
        var lines = (int)Math.Round((Numbers.Highest - Numbers.Lowest) / Numbers.Steps);
        var scale = Enumerable.Range(0, lines + 1).Select(line => Numbers.Lowest + line * Numbers.Steps).ToList();
        var labels = Math.Min(Width * 0.3, scale.Max(value => Measure(Numbers.Write(value)))) + 8;
        var (start, length, plotTop) = (left + labels, Width - labels, top + GapAbove);
        foreach (var value in scale)
        {
            var y = Y(value);
            canvas.Rectangle(start, y - 0.25, length, value == 0 ? 0.8 : 0.5, value == 0 ? Theme.Muted : Theme.FaintLine);
            Write(canvas, Numbers.Write(value), start - 8, y + 3, 1, labels);
        }
        var step = length / chart.Categories.Count;
        var every = (int)Math.Ceiling(chart.Categories.Max(Measure) / Math.Max(1, step - 6));
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var toEdge = Math.Min(X(i) - left, left + Width - X(i));
            var room = Math.Min((every <= 2 ? step : step * every) - 4, 2 * toEdge);
            if (every <= 2 || i % every == 0) Write(canvas, chart.Categories[i], X(i), plotTop + PlotHeight + 14, 0.5, room);
        }
        for (var series = 0; series < chart.Series.Count; series++) DrawSeries(canvas, chart.Series[series].Values, series);

        double X(int index) => start + step * (index + 0.5);
        double Y(double value) => plotTop + PlotHeight * (1 - Numbers.Share(value));

        void DrawSeries(PageCanvas canvas, IReadOnlyList<double?> values, int series)
        {
            var points = new List<(double, double)>();
            for (var i = 0; i <= values.Count; i++)
            {
                if (i < values.Count && values[i] is { } value)
                {
                    points.Add((X(i), Y(value)));
                    canvas.Rectangle(X(i) - 2.2, Y(value) - 2.2, 4.4, 4.4, Colour(series));
                    continue;
                }
                if (points.Count > 1) canvas.Line(points, 1.6, Colour(series));
                points = [];
            }
        }
    }
}
