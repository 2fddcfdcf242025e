using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Horizontal bars, each with its value at its end.</summary>
sealed class BarDrawing : ChartDrawing
{
    const double Bar = 11, BarGap = 2, GroupGap = 9;

    public BarDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame)
        : base(context, numbers, figure, frame) =>
        Height = Math.Min(frame.Tallest, LegendHeight + numbers.Chart.Categories.Count * FullGroup(numbers));

    static double FullGroup(ChartNumbers numbers) => numbers.Chart.Series.Count * (Bar + BarGap) + GroupGap;

    protected override void DrawChart(PageCanvas canvas, double left, double top)
    {
        var chart = Numbers.Chart;
        var group = (Height - LegendHeight) / chart.Categories.Count;
        var scale = group / FullGroup(Numbers);
        var labels = Math.Min(Width * 0.4, chart.Categories.Max(Measure)) + 8;
        var values = Math.Min(Width * 0.3,
            chart.Series.Max(series => chart.Categories.Index().Max(category => Measure(Numbers.Write(series, category.Index))))) + 6;
        var (start, length) = (left + labels, Width - labels - values);
        var zero = start + length * Share(0);
        var every = (int)Math.Ceiling(Label.Size / group); // names that would stand over each other are in the table
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var y = top + category * group;
            if (category % every == 0)
                WriteName(canvas, chart.Categories[category], start - 8, y + (group - GroupGap * scale) / 2, labels - 8, group);
            for (var series = 0; series < chart.Series.Count; series++, y += (Bar + BarGap) * scale)
            {
                var value = chart.Series[series].Values[category];
                var end = start + length * Share(value ?? 0);
                canvas.Rectangle(Math.Min(zero, end), y, Math.Abs(end - zero), Bar * scale, Colour(series));
                if (scale > 0.7) Write(canvas, Numbers.Write(chart.Series[series], category), Math.Max(zero, end) + 4,
                    y + Bar * scale / 2 + 3, 0, values);
            }
        }
        canvas.Rectangle(zero - 0.4, top, 0.8, Height - LegendHeight - GroupGap * scale + 2, Theme.Muted);
    }

    /// <summary>Where a value lies between the ends of the longest bars, 0 to 1.</summary>
    double Share(double value) => Numbers.Greatest > Numbers.Least ? (value - Numbers.Least) / (Numbers.Greatest - Numbers.Least) : 0;

    /// <summary>On two lines if one is too short and two have room.</summary>
    void WriteName(PageCanvas canvas, string name, double end, double middle, double room, double height)
    {
        const double leading = 10, drop = 3;
        if (height < 2 * leading || Divide(name, room) is not var (first, second))
        {
            Write(canvas, name, end, middle + drop, 1, room);
            return;
        }
        Write(canvas, first, end, middle + drop - leading / 2, 1, room);
        Write(canvas, second, end, middle + drop + leading / 2, 1, room);
    }

    /// <summary>After the last word that fits; nothing if all fit, or not even the first.</summary>
    (string First, string Second)? Divide(string name, double room)
    {
        if (Measure(name) <= room) return null;
        for (var at = name.Length - 1; at > 0; at--)
        {
            if (name[at - 1] is ' ' or '-' && Measure(name[..at].TrimEnd()) <= room) return (name[..at].TrimEnd(), name[at..]);
        }
        return null;
    }
}
