using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>A chart's numbers as text, as a table and as lengths.</summary>
sealed class ChartNumbers(Chart chart, CultureInfo culture)
{
    readonly NumberFormatInfo format = FormatOf(culture);
    readonly Dictionary<ChartSeries, string> decimals = new(ReferenceEqualityComparer.Instance);

    public Chart Chart => chart;

    /// <summary>The smallest and the greatest value; zero is always between them.</summary>
    public double Least { get; } = Values(chart).Append(0).Min();

    /// <inheritdoc cref="Least"/>
    public double Greatest { get; } = Values(chart).Append(0).Max();

    /// <summary>The values at the ends of the scale.</summary>
    public double Lowest => Steps * Math.Floor(Least / Steps);

    /// <inheritdoc cref="Lowest"/>
    public double Highest => Math.Max(Lowest + Steps, Steps * Math.Ceiling(Greatest / Steps));

    /// <summary>From one line of the scale to the next: 1, 2 or 5 times a power of ten, about four times on the scale.</summary>
    public double Steps
    {
        get
        {
            var range = Greatest - Least;
            if (range <= 0) return 1;
            var power = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
            return power * (range / 4 / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        }
    }

    static IEnumerable<double> Values(Chart chart) => chart.Series.SelectMany(series => series.Values).OfType<double>();

    /// <summary>Where a value lies between the ends of the scale, 0 to 1.</summary>
    public double Share(double value) => (value - Lowest) / (Highest - Lowest);

    /// <summary>A value of a series; all of them with as many decimals as one of them needs, two at most.</summary>
    public string Write(ChartSeries series, int category) => series.Labels.ElementAtOrDefault(category) ?? Write(series.Values[category], Decimals(series));

    /// <summary>A value of the scale.</summary>
    public string Write(double value) => Write(value, "##");

    string Write(double? value, string decimals) => value is { } number ? number.ToString("#,0." + decimals, format) + chart.Unit : "–";

    string Decimals(ChartSeries series) => decimals.TryGetValue(series, out var known) ? known : decimals[series] = DecimalsOf(series);

    static string DecimalsOf(ChartSeries series)
    {
        var values = series.Values.OfType<double>().ToList();
        if (values.TrueForAll(value => IsWhole(value))) return "";
        return values.TrueForAll(value => IsWhole(value * 10)) ? "0" : "00";

        static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 0.005;
    }

    static NumberFormatInfo FormatOf(CultureInfo culture)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.NegativeSign = "\u2212"; // a minus, not a hyphen
        return format;
    }

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
