using System.Globalization;

namespace AccessiblePdf.Model;

/// <summary>A chart's numbers as they are written.</summary>
sealed class ChartWords(Chart chart, CultureInfo culture)
{
    readonly NumberFormatInfo format = FormatOf(culture);
    readonly Dictionary<ChartSeries, string> decimals = new(ReferenceEqualityComparer.Instance);

    /// <summary>A value of a series; all of them with as many decimals as one of them needs, two at most.</summary>
    public string Write(ChartSeries series, int category) =>
        series.Labels.ElementAtOrDefault(category) ?? Write(series.Values[category], Decimals(series));

    /// <summary>A value of the scale.</summary>
    public string Write(double value) => Write(value, "##");

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
}
