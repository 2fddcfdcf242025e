using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>A chart's numbers as text and as lengths.</summary>
sealed class ChartNumbers(Chart chart, CultureInfo culture)
{
    /// <summary>The least range that is drawn to scale; smaller numbers are written as 0 anyway.</summary>
    const double SmallestRange = 1e-9;

    readonly ChartWords words = new(chart, culture);

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
            if (range < SmallestRange) return 1;
            var power = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
            return power * (range / 4 / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        }
    }

    static IEnumerable<double> Values(Chart chart) => chart.Series.SelectMany(series => series.Values).OfType<double>();

    /// <summary>Where a value lies between the ends of the scale, 0 to 1.</summary>
    public double Share(double value) => (value - Lowest) / (Highest - Lowest);

    /// <inheritdoc cref="ChartWords.Write(ChartSeries, int)"/>
    public string Write(ChartSeries series, int category) => words.Write(series, category);

    /// <inheritdoc cref="ChartWords.Write(double)"/>
    public string Write(double value) => words.Write(value);

    /// <summary>
    /// All numbers. Those of a chart with more than can be listened to are in its table only, and so are very many names.
    /// </summary>
    public string InWords()
    {
        const int longest = 2_000;
        var all = $"{chart.Title}. " + string.Join(" ", chart.Series.Select(series =>
            $"{series.Name}: {string.Join(", ", chart.Categories.Select((category, index) => $"{category} {Write(series, index)}"))}."));
        var names = $"{chart.Title}. {string.Join(", ", chart.Series.Select(series => series.Name))}.";
        return Array.Find([all, names], text => text.Length <= longest) ?? $"{chart.Title}.";
    }
}
