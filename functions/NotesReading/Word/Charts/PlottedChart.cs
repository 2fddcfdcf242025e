using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Drawings;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>The content of a chart part.</summary>
sealed class PlottedChart
{
    readonly OpenXmlElement? chart;
    readonly OpenXmlElement? area;
    readonly List<OpenXmlElement> plots;

    /// <param name="space">The root of the chart part.</param>
    /// <param name="words">Those of its document's language.</param>
    public PlottedChart(OpenXmlElement space, ChartVocabulary words)
    {
        chart = space.Child("chart");
        area = chart.Child("plotArea");
        plots = area?.Where(element => element.LocalName.EndsWith("Chart", StringComparison.Ordinal)).ToList() ?? [];
        var writing = new ChartWriting(words, space.Switch("date1904") == true);
        Series = [.. plots.SelectMany(plot => plot).Where(element => element.LocalName == "ser")
            .Select(element => new PlottedSeries(element, writing))];
    }

    public IReadOnlyList<PlottedSeries> Series { get; }

    /// <summary>A scatter or bubble chart, with two measures.</summary>
    public bool IsOfPoints => plots.Exists(plot => plot.LocalName is "scatterChart" or "bubbleChart");

    /// <summary>Null if the kind cannot be redrawn.</summary>
    public ChartKind? Kind =>
        plots.TrueForAll(plot => plot.LocalName is "barChart" or "bar3DChart" or "pieChart" or "pie3DChart" or "ofPieChart"
            or "doughnutChart") ? ChartKind.Bar
        : plots.TrueForAll(plot => plot.LocalName is "lineChart" or "line3DChart" or "areaChart" or "area3DChart") ? ChartKind.Line
        : null;

    /// <summary>
    /// The title, followed by the title of the value axis. Like Word, it takes the name of a single series if there is no title. Empty if
    /// there is none.
    /// </summary>
    public string Title
    {
        get
        {
            var own = TitleOf(chart);
            if (own.Length == 0 && Series is [var only] && chart.Switch("autoTitleDeleted") != true) own = only.Name;
            return own.Length == 0 || IsOfPoints || ValueTitle.Length == 0 || own.Contains(ValueTitle, StringComparison.OrdinalIgnoreCase)
                ? own : $"{own} ({ValueTitle})";
        }
    }

    public string CategoryTitle =>
        Axes.Where(axis => axis.LocalName is "catAx" or "dateAx").Select(TitleOf).FirstOrDefault(text => text.Length > 0) ?? "";

    string ValueTitle => ValueTitles.FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>The titles of the value axes, the horizontal one first. Empty where there is none.</summary>
    public IReadOnlyList<string> ValueTitles =>
        [.. Axes.Where(axis => axis.LocalName == "valAx").OrderBy(axis => axis.Child("axPos").Value() is "b" or "t" ? 0 : 1)
            .Select(TitleOf)];

    IEnumerable<OpenXmlElement> Axes => area?.Where(element => element.LocalName.EndsWith("Ax", StringComparison.Ordinal)) ?? [];

    static string TitleOf(OpenXmlElement? named)
    {
        var text = named.Child("title").Child("tx");
        return text.Child("rich") is { } rich ? DrawnText.OnOneLine(rich) : text.Below("v")?.InnerText.Trim() ?? "";
    }
}
