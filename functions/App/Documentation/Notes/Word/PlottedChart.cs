using AccessiblePdf.Model;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>A chart as its part describes it.</summary>
sealed class PlottedChart
{
    readonly OpenXmlElement? chart;
    readonly OpenXmlElement? area;
    readonly List<OpenXmlElement> plots;

    public PlottedChart(OpenXmlElement space)
    {
        chart = space.Child("chart");
        area = chart.Child("plotArea");
        plots = area?.Where(element => element.LocalName.EndsWith("Chart", StringComparison.Ordinal)).ToList() ?? [];
        var countsFrom1904 = space.Switch("date1904") == true;
        Series = [.. plots.SelectMany(plot => plot).Where(element => element.LocalName == "ser").Select(element => new PlottedSeries(element, countsFrom1904))];
    }

    public IReadOnlyList<PlottedSeries> Series { get; }

    /// <summary>Each value has a place of its own on both axes.</summary>
    public bool IsOfPoints => plots.Exists(plot => plot.LocalName is "scatterChart" or "bubbleChart");

    /// <summary>null: it can only be told.</summary>
    public ChartKind? Kind =>
        plots.TrueForAll(plot => plot.LocalName is "barChart" or "bar3DChart" or "pieChart" or "pie3DChart" or "ofPieChart" or "doughnutChart") ? ChartKind.Bar
        : plots.TrueForAll(plot => plot.LocalName is "lineChart" or "line3DChart" or "areaChart" or "area3DChart") ? ChartKind.Line
        : null;

    /// <summary>With what its values are; Word shows the name of an only series if there is no other title. Empty if there is none.</summary>
    public string Title
    {
        get
        {
            var own = TitleOf(chart);
            if (own.Length == 0 && Series is [var only] && chart.Switch("autoTitleDeleted") != true) own = only.Name;
            return own.Length == 0 || IsOfPoints || ValueTitle.Length == 0 || own.Contains(ValueTitle, StringComparison.OrdinalIgnoreCase) ? own : $"{own} ({ValueTitle})";
        }
    }

    public string CategoryTitle => Axes.Where(axis => axis.LocalName is "catAx" or "dateAx").Select(TitleOf).FirstOrDefault(text => text.Length > 0) ?? "";

    string ValueTitle => ValueTitles.FirstOrDefault(text => text.Length > 0) ?? "";

    /// <summary>Of points: the horizontal axis first. Empty where there is none.</summary>
    public IReadOnlyList<string> ValueTitles =>
        [.. Axes.Where(axis => axis.LocalName == "valAx").OrderBy(axis => axis.Child("axPos").Value() is "b" or "t" ? 0 : 1).Select(TitleOf)];

    IEnumerable<OpenXmlElement> Axes => area?.Where(element => element.LocalName.EndsWith("Ax", StringComparison.Ordinal)) ?? [];

    static string TitleOf(OpenXmlElement? named)
    {
        var text = named.Child("title").Child("tx");
        return text.Child("rich") is { } rich ? DrawnText.OnOneLine(rich) : text.Below("v")?.InnerText.Trim() ?? "";
    }
}
