using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Horizontal bars, each with its value at its end.</summary>
sealed class BarDrawing : ChartDrawing
{
    const double Bar = 11, BarGap = 2, GroupGap = 9, NameGap = 8, ValueGap = 4, NameLeading = 10, Drop = 3;

    readonly double group, scale, names, values;

    public BarDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame)
        : base(context, numbers, figure, frame)
    {
        var chart = numbers.Chart;
        var full = chart.Series.Count * (Bar + BarGap) + GroupGap;
        Height = Math.Min(frame.Tallest, LegendHeight + chart.Categories.Count * full);
        group = (Height - LegendHeight) / chart.Categories.Count;
        scale = group / full;
        names = Math.Min(Width * 0.4, chart.Categories.Max(Measure));
        values = Math.Min(Width * 0.3, WidestValue()) + 6;
        TellsAll = scale > 0.999 && HasWholeLegend && WidestValue() <= values
            && chart.Categories.All(name => Measure(name) <= names || Divide(name) is (_, var second) && Measure(second) <= names);
    }

    public override bool TellsAll { get; }

    double WidestValue() => Numbers.Chart.Series.Max(series =>
        Enumerable.Range(0, series.Values.Count).Max(category => Measure(Numbers.Write(series, category))));

    double Length => Width - names - NameGap - values;

    double Zero(double left) => left + names + NameGap + Length * Share(0);

    protected override void DrawShapes(PageCanvas canvas, double left, double top)
    {
        var zero = Zero(left);
        foreach (var (_, series, value, y) in Bars(top))
        {
            var end = EndOf(value, left);
            canvas.Rectangle(Math.Min(zero, end), y, Math.Abs(end - zero), Bar * scale, Colour(series));
        }
        canvas.Rectangle(zero - 0.4, top, 0.8, Height - LegendHeight - GroupGap * scale + 2, Theme.Muted);
    }

    protected override void DrawWords(PageCanvas canvas, double left, double top)
    {
        var chart = Numbers.Chart;
        var every = (int)Math.Ceiling(Label.Size / group); // names that would stand over each other are in the table
        foreach (var (category, series, value, y) in Bars(top))
        {
            if (series == 0 && category % every == 0)
                WriteName(canvas, category, left + names, top + category * group + (group - GroupGap * scale) / 2);
            if (scale > 0.7) Write(canvas, ValueOf(category, series), Numbers.Write(chart.Series[series], category),
                Math.Max(Zero(left), EndOf(value, left)) + ValueGap, y + Bar * scale / 2 + Drop, 0, values);
        }
    }

    IEnumerable<(int Category, int Series, double? Value, double Top)> Bars(double top)
    {
        for (var category = 0; category < Numbers.Chart.Categories.Count; category++)
        {
            for (var series = 0; series < Numbers.Chart.Series.Count; series++)
            {
                yield return (category, series, Numbers.Chart.Series[series].Values[category],
                    top + category * group + series * (Bar + BarGap) * scale);
            }
        }
    }

    double EndOf(double? value, double left) => left + names + NameGap + Length * Share(value ?? 0);

    /// <summary>Where a value lies between the ends of the longest bars, 0 to 1.</summary>
    double Share(double value) => Numbers.Greatest > Numbers.Least ? (value - Numbers.Least) / (Numbers.Greatest - Numbers.Least) : 0;

    /// <summary>On two lines if one is too short and two have room.</summary>
    void WriteName(PageCanvas canvas, int category, double end, double middle)
    {
        var name = Numbers.Chart.Categories[category];
        if (group < 2 * NameLeading || Divide(name) is not var (first, second))
        {
            Write(canvas, NameOf(category), name, end, middle + Drop, 1, names);
            return;
        }
        // the space between the lines is drawn too: it keeps their words apart when they are read aloud
        Write(canvas, NameOf(category), first, end + Measure(first) - Measure(first.TrimEnd()), middle + Drop - NameLeading / 2, 1,
            double.MaxValue);
        Write(canvas, NameOf(category), second, end, middle + Drop + NameLeading / 2, 1, names);
    }

    /// <summary>After the last word that fits; nothing if all fit, or not even the first.</summary>
    (string First, string Second)? Divide(string name)
    {
        if (Measure(name) <= names) return null;
        for (var at = name.Length - 1; at > 0; at--)
        {
            if (name[at - 1] is ' ' or '-' && Measure(name[..at].TrimEnd()) <= names) return (name[..at], name[at..]);
        }
        return null;
    }
}
