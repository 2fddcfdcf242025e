using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Word.Drawings;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>
/// Redraws a chart of Word from its cached values (ISO/IEC 29500-1, 21.2); the workbook behind it is not opened. Bars, columns and pies
/// become bars, lines and areas become lines; all other kinds become a table.
/// </summary>
sealed class ChartReader(WordContext context)
{
    /// <summary>The PDF has so many distinct colours for series.</summary>
    const int MaxDrawn = 6;

    /// <summary>Null if it has no values, or too many.</summary>
    /// <param name="reference">The element that refers to the chart part.</param>
    /// <param name="alternative">Its alternative text.</param>
    public Part? Read(OpenXmlElement reference, AlternativeText alternative)
    {
        if (reference.Value("id") is not { } id || !context.Part.TryGetPartById(id, out var part)
            || part is not ChartPart { ChartSpace: { } space }) return null;

        var words = ChartVocabulary.Find(context.Languages.Document);
        var plotted = new PlottedChart(space, words);
        if (plotted.Series is [] || plotted.Series.Max(series => series.Count) is 0 or > PlottedSeries.MaxCount) return null;

        var title = plotted.Title is { Length: > 0 } own ? own : alternative.Text.Length > 0 ? alternative.Text : words.Untitled;
        Inline[] caption = title == words.Untitled ? [] : [title];
        if (plotted.IsOfPoints) return Told("als Tabelle seiner Punkte übernommen", title,
            PointTable.Of(plotted, words) with { Caption = caption });

        var chart = ChartOf(plotted, title, words) with { AlternativeText = alternative.Text.Length > 0 ? alternative.Text : null };
        return plotted.Kind is { } kind && plotted.Series.Count <= MaxDrawn
            ? Told("nach seinen Zahlen neu gezeichnet", title, chart with { Kind = kind })
            : Told("als Tabelle seiner Zahlen übernommen", title, chart.ToTable(words.Culture) with { Caption = caption });
    }

    static Chart ChartOf(PlottedChart plotted, string title, ChartVocabulary words)
    {
        var names = plotted.Series.MaxBy(series => series.Categories.Count)!.Categories;
        var count = plotted.Series.Max(series => series.Count);
        return new()
        {
            Title = title,
            CategoryLabel = plotted.CategoryTitle is { Length: > 0 } label ? label : words.Category,
            Categories = [.. Enumerable.Range(0, count)
                .Select(index => names.GetValueOrDefault(index) is { } name && !string.IsNullOrWhiteSpace(name) ? name : $"{index + 1}")],
            Series =
            [
                .. plotted.Series.Select((series, number) => new ChartSeries(
                    series.Name.Length > 0 ? series.Name : plotted.Series.Count == 1 ? words.Value : $"{words.Series} {number + 1}",
                    [.. Enumerable.Range(0, count).Select(series.ValueAt)])
                {
                    Labels = [.. Enumerable.Range(0, count).Select(series.LabelAt)],
                }),
            ],
        };
    }

    Part Told(string what, string title, Block block)
    {
        context.Remarks.Hint($"Das Diagramm „{title}“ wurde {what}. Bitte prüfen, ob es sagt, was gemeint ist; sonst als Bild (PNG) mit "
            + "Alternativtext einfügen.");
        return Part.Of(block);
    }
}
