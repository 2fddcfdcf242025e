using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Horizontal bars, each with its value at its end.</summary>
sealed class BarDrawing : ChartDrawing
{
    const double Bar = 11, BarGap = 2, GroupGap = 9;

    public BarDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : base(context, numbers, figure, frame) =>
        Height = Math.Min(frame.Tallest, LegendHeight(numbers) + numbers.Chart.Categories.Count * FullGroup(numbers));

    static double FullGroup(ChartNumbers numbers) => numbers.Chart.Series.Count * (Bar + BarGap) + GroupGap;

    protected override void DrawChart(PageCanvas canvas, double left, double top)
    {
        var chart = Numbers.Chart;
        var group = (Height - LegendHeight(Numbers)) / chart.Categories.Count;
        var scale = group / FullGroup(Numbers);
        var labels = Math.Min(Width * 0.4, chart.Categories.Max(Measure)) + 8;
        var values = Math.Min(Width * 0.3, chart.Series.Max(series => chart.Categories.Index().Max(category => Measure(Numbers.Write(series, category.Index))))) + 6;
        var (start, length) = (left + labels, Width - labels - values);
        var zero = start + length * Numbers.Share(0);
        var every = (int)Math.Ceiling(Label.Size / group); // names that would stand over each other are in the table
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var y = top + category * group;
            if (category % every == 0) Write(canvas, chart.Categories[category], start - 8, y + (group - GroupGap * scale) / 2 + 3, 1, labels - 8);
            for (var series = 0; series < chart.Series.Count; series++, y += (Bar + BarGap) * scale)
            {
                var value = chart.Series[series].Values[category];
                var end = start + length * Numbers.Share(value ?? 0);
                canvas.Rectangle(Math.Min(zero, end), y, Math.Abs(end - zero), Bar * scale, Colour(series));
                if (scale > 0.7) Write(canvas, Numbers.Write(chart.Series[series], category), Math.Max(zero, end) + 4, y + Bar * scale / 2 + 3, 0, values);
            }
        }
        canvas.Rectangle(zero - 0.4, top, 0.8, Height - LegendHeight(Numbers) - GroupGap * scale + 2, Theme.Muted);
    }
}
