using System.Globalization;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

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

    public string Write(ChartSeries series, int category) => chart.Write(series, category, culture);

    public string Write(double? value) => chart.Write(value, culture);

    public string InWords() => $"{chart.Title}. " + string.Join(" ", chart.Series.Select(series =>
        $"{series.Name}: {string.Join(", ", chart.Categories.Select((category, index) => $"{category} {Write(series, index)}"))}."));
}
