using System.Globalization;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>One series of a chart, from its cached values.</summary>
sealed class PlottedSeries
{
    /// <summary>More values are not readable on a page.</summary>
    public const int MaxCount = 100;

    /// <summary>The limit of the PDF library (DocumentCheck).</summary>
    const double LargestValue = 1e15;

    readonly Dictionary<int, double> values;
    readonly ChartFormat format;

    public PlottedSeries(OpenXmlElement series, ChartWriting chart)
    {
        var shown = series.Child("val") ?? series.Child("yVal");
        Name = Composed.Of(series.Child("tx").Below("v")?.InnerText ?? "").Trim();
        format = ChartFormat.Of(shown, chart);
        values = Numbers(shown);
        var named = series.Child("cat") ?? series.Child("xVal");
        Sizes = Numbers(series.Child("bubbleSize"));
        Count = values.Count == 0 ? 0 : values.Keys.Concat(IndexesOf(named)).Max() + 1;
        Categories = Count > MaxCount ? new Dictionary<int, string>() : NamesOf(named, chart);
    }

    /// <summary>Empty if it has none.</summary>
    public string Name { get; }

    /// <summary>The names of the categories, by index; not read if there are too many.</summary>
    public IReadOnlyDictionary<int, string> Categories { get; }

    /// <summary>The sizes of bubbles, by index.</summary>
    public IReadOnlyDictionary<int, double> Sizes { get; }

    public int Count { get; }

    public double? ValueAt(int index) => values.TryGetValue(index, out var value) ? value : null;

    public string LabelAt(int index) => ValueAt(index) is { } value ? format.Write(value) : "–";

    static Dictionary<int, double> Numbers(OpenXmlElement? data)
    {
        Dictionary<int, double> numbers = [];
        foreach (var (index, text) in Points(data?.Descendants() ?? []))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= LargestValue)
                numbers.TryAdd(index, number);
        }

        return numbers;
    }

    static IEnumerable<int> IndexesOf(OpenXmlElement? data) =>
        Points(data.Below("lvl") ?? data?.Descendants() ?? []).Select(point => point.Index);

    static Dictionary<int, string> NamesOf(OpenXmlElement? data, ChartWriting chart)
    {
        if (data.Below("multiLvlStrCache") is { } levels)
            return Joined([.. levels.Where(level => level.LocalName == "lvl").Select(level => Points(level).ToList())]);

        var format = ChartFormat.Of(data, chart);
        var isText = data.Below("strCache") is not null || data.Below("strLit") is not null;
        Dictionary<int, string> names = [];
        foreach (var (index, text) in Points(data?.Descendants() ?? []))
            names.TryAdd(index, !isText && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? format.Write(number) : text);
        return names;
    }

    /// <summary>The innermost level has a name for each value; a name of an outer level holds until the next one of that level.</summary>
    static Dictionary<int, string> Joined(List<List<(int Index, string Text)>> levels) =>
        levels is not [var inner, .. var outer] ? [] : inner
        .DistinctBy(point => point.Index)
        .ToDictionary(point => point.Index, point => string.Join(" – ", outer.AsEnumerable().Reverse()
            .Select(level => level.LastOrDefault(other => other.Index <= point.Index).Text ?? "").Append(point.Text)
            .Where(text => text.Length > 0)));

    static IEnumerable<(int Index, string Text)> Points(IEnumerable<OpenXmlElement> elements) => elements
        .Where(element => element.LocalName == "pt" && element.Number("idx") is >= 0 and < 100_000)
        .Select(point => (point.Number("idx")!.Value, Composed.Of(point.Child("v")?.InnerText ?? "").Trim()));
}
