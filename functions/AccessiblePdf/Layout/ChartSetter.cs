using System.Globalization;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets a chart: its title, the drawing with what it tells as alternative text, and its numbers as a table.</summary>
sealed class ChartSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(Chart chart)
    {
        chart = Cleaned(chart);
        var numbers = new ChartNumbers(chart, context.Culture);
        var element = frame.Element.Add("Div");
        var setter = new BlockSetter(context, flow, frame);
        flow.Gap(Theme.BlockGap);
        foreach (var line in setter.SetText([chart.Title], element.Add("Caption"), frame.Look with { IsBold = true })) line.KeepsNext = true;
        flow.Gap(6);
        var figure = element.Add(new StructureElement("Figure", element) { AlternativeText = PlainText.OnOneLine(chart.AlternativeText ?? numbers.InWords()) });
        FlowItem drawing = chart.Kind == ChartKind.Bar
            ? new BarDrawing(context, numbers, figure, frame)
            : new LineDrawing(context, numbers, figure, frame);
        flow.Add(drawing, frame.Box);
        drawing.KeepsNext = true;
        flow.Gap(4);
        new TableSetter(context, frame with { Element = element }).Set(numbers.AsTable(), flow);
    }

    /// <summary>The drawing's words are not set as paragraphs are, so they are made fit to be published here.</summary>
    static Chart Cleaned(Chart chart) => chart with
    {
        Title = PlainText.OnOneLine(chart.Title),
        CategoryLabel = PlainText.OnOneLine(chart.CategoryLabel),
        Categories = [.. chart.Categories.Select(PlainText.OnOneLine)],
        Series = [.. chart.Series.Select(series => series with { Name = PlainText.OnOneLine(series.Name) })],
        Unit = PlainText.OnOneLine(chart.Unit),
    };
}

/// <summary>A chart's numbers as text, as a table and as lengths.</summary>
sealed class ChartNumbers(Chart chart, CultureInfo culture)
{
    public Chart Chart => chart;

    /// <summary>The values at the ends of the scale; zero is always on it.</summary>
    public double Lowest => Math.Min(0, Steps * Math.Floor(Values.DefaultIfEmpty().Min() / Steps));

    public double Highest => Math.Max(Lowest + Steps, Steps * Math.Ceiling(Values.DefaultIfEmpty().Max() / Steps));

    /// <summary>From one line of the scale to the next: 1, 2 or 5 times a power of ten, about four times on the scale.</summary>
    public double Steps
    {
        get
        {
            var range = Math.Max(Values.DefaultIfEmpty().Max(), 0) - Math.Min(Values.DefaultIfEmpty().Min(), 0);
            if (range <= 0) return 1;
            var power = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
            return power * (range / 4 / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        }
    }

    IEnumerable<double> Values => chart.Series.SelectMany(series => series.Values).OfType<double>();

    /// <summary>Where a value lies between the ends of the scale, 0 to 1.</summary>
    public double Share(double value) => (value - Lowest) / (Highest - Lowest);

    public string Write(ChartSeries series, int category) => series.Labels.ElementAtOrDefault(category) ?? Write(series.Values[category]);

    public string Write(double? value) => value is { } number ? number.ToString("#,0.##", culture) + chart.Unit : "–";

    public Table AsTable() => new()
    {
        Header = [new([chart.CategoryLabel, .. chart.Series.Select(series => (TableCell)series.Name)])],
        Rows =
        [
            .. chart.Categories.Select((category, index) => new TableRow(
            [
                new TableCell(new Paragraph(category)) { IsRowHeader = true },
                .. chart.Series.Select(series => (TableCell)Write(series, index)),
            ])),
        ],
        Columns = [Alignment.Start, .. chart.Series.Select(_ => Alignment.End)],
    };

    public string InWords() => $"{chart.Title}. " + string.Join(" ", chart.Series.Select(series =>
        $"{series.Name}: {string.Join(", ", chart.Categories.Select((category, index) => $"{category} {Write(series, index)}"))}."));
}

/// <summary>A chart's drawing: a figure whose lines, areas and words belong to one element.</summary>
abstract class ChartDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : FlowItem
{
    protected static readonly Look Label = Theme.Caption with { Colour = Theme.Ink, Size = 9 };

    readonly ContentSpot spot = figure.AddContent();

    protected ChartNumbers Numbers => numbers;

    protected double Width => frame.Width;

    protected static double LegendHeight(ChartNumbers numbers) => numbers.Chart.Series.Count > 1 ? Label.Leading + 6 : 0;

    protected sealed override void DrawContent(PageCanvas canvas, double left, double top)
    {
        canvas.Frame(figure, left + frame.X, top, frame.Width, Height);
        canvas.Mark(spot);
        var legend = LegendHeight(numbers);
        if (legend > 0) DrawLegend(canvas, left + frame.X, top);
        DrawChart(canvas, left + frame.X, top + legend);
    }

    protected abstract void DrawChart(PageCanvas canvas, double left, double top);

    protected double Measure(string text) => context.Typesetter.Shape(text, Label.Face).WidthAt(Label.Size);

    /// <param name="canvas">The page.</param>
    /// <param name="text">What is written, shortened where it has no room.</param>
    /// <param name="x">Where it begins, or ends, or has its middle: as <paramref name="anchor"/> says with 0, 1 or 0.5.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="anchor">The share of the text that lies left of <paramref name="x"/>.</param>
    /// <param name="room">The most it may take.</param>
    protected void Write(PageCanvas canvas, string text, double x, double baseline, double anchor, double room)
    {
        var fitted = context.Fitted(text, Label, room);
        canvas.Text(spot, fitted.Runs, x - anchor * fitted.WidthAt(Label.Size), baseline, Label.Size, Label.Colour);
    }

    void DrawLegend(PageCanvas canvas, double left, double top)
    {
        for (var (i, x) = (0, left); i < numbers.Chart.Series.Count; i++)
        {
            var name = numbers.Chart.Series[i].Name;
            canvas.Rectangle(x, top + 2, 8, 8, Colour(i));
            Write(canvas, name, x + 12, top + 9.5, 0, Width / numbers.Chart.Series.Count - 24);
            x += Math.Min(12 + Measure(name) + 16, Width / numbers.Chart.Series.Count);
        }
    }

    protected static Colour Colour(int series) => Theme.Series[series % Theme.Series.Count];
}

/// <summary>Horizontal bars, each with its value at its end.</summary>
sealed class BarDrawing : ChartDrawing
{
    const double Bar = 11, BarGap = 2, GroupGap = 9;

    public BarDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : base(context, numbers, figure, frame) =>
        Height = Math.Min(Paper.Upright.TextHeight * 0.8, LegendHeight(numbers) + numbers.Chart.Categories.Count * FullGroup(numbers));

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

/// <summary>Lines from left to right over a scale.</summary>
sealed class LineDrawing : ChartDrawing
{
    const double PlotHeight = 170, Axis = 20;

    public LineDrawing(LayoutContext context, ChartNumbers numbers, StructureElement figure, Frame frame) : base(context, numbers, figure, frame) =>
        Height = LegendHeight(numbers) + PlotHeight + Axis + 6;

    protected override void DrawChart(PageCanvas canvas, double left, double top)
    {
        var chart = Numbers.Chart;
        var lines = (int)Math.Round((Numbers.Highest - Numbers.Lowest) / Numbers.Steps);
        var scale = Enumerable.Range(0, lines + 1).Select(line => Numbers.Lowest + line * Numbers.Steps).ToList();
        var labels = Math.Min(Width * 0.3, scale.Max(value => Measure(Numbers.Write(value)))) + 8;
        var (start, length, plotTop) = (left + labels, Width - labels, top + 6);
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
