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
    /// What the numbers sum up to: the highest and the lowest of each series. The numbers themselves are in the table; very many names
    /// are there only too.
    /// </summary>
    public string InWords(Wording wording)
    {
        const int longest = 1_000;
        var sums = $"{chart.Title}. {string.Join("; ", chart.Series.Select(series => SumOf(series, wording)))}.";
        var names = $"{chart.Title}. {string.Join("; ", chart.Series.Select(series => series.Name))}.";
        return Array.Find([sums, names], text => text.Length <= longest) ?? $"{chart.Title}.";
    }

    /// <summary>The title may have the name of the only series already.</summary>
    string SumOf(ChartSeries series, Wording wording) =>
        (IsNamedByTitle ? "" : $"{series.Name}: ") + string.Join("; ", SumsOf(series, wording));

    bool IsNamedByTitle => chart.Series is [var only] && chart.Title.Contains(only.Name, StringComparison.OrdinalIgnoreCase);

    IEnumerable<string> SumsOf(ChartSeries series, Wording wording)
    {
        var known = Enumerable.Range(0, series.Values.Count).Where(category => series.Values[category] is not null).ToList();
        if (known.Count == 0) return ["–"];
        var (high, low) = (known.MaxBy(category => series.Values[category]), known.MinBy(category => series.Values[category]));
        if (known.Count == 1 && series.Values.Count == 1) return [$"{Write(series, high)} ({chart.Categories[high]})"];
        if (IsUntold(series)) return [Filled(wording.ChartHighest, high)];
        return Write(series, high) == Write(series, low) ? [Filled(wording.ChartEqual, high)]
            : [Filled(wording.ChartHighest, high), Filled(wording.ChartLowest, low)];

        string Filled(string words, int category) =>
            string.Format(CultureInfo.InvariantCulture, words, Write(series, category), chart.Categories[category]);
    }

    /// <summary>Whether a label such as "&lt;5" stands for a value that is not told, and which may be lower than all others.</summary>
    static bool IsUntold(ChartSeries series) => series.Values.Index()
        .Any(value => value.Item is null && series.Labels.ElementAtOrDefault(value.Index) is { } label && label.Any(char.IsDigit));
}
