using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>The table of a scatter or bubble chart: one row for each point.</summary>
static class PointTable
{
    public static Table Of(PlottedChart plotted, ChartVocabulary words)
    {
        var (hasNames, hasSizes) = (plotted.Series.Count > 1, plotted.Series.Any(series => series.Sizes.Count > 0));
        string[] titles = [.. plotted.ValueTitles];
        return new()
        {
            Header =
            [
                new([.. Cells(hasNames, words.Series, hasSizes, words.Size, TitleAt(0, words.Across), TitleAt(1, words.Up))]),
            ],
            Rows =
            [
                .. plotted.Series.SelectMany((series, number) => Enumerable.Range(0, series.Count).Select(index => new TableRow([
                    .. Cells(hasNames, series.Name.Length > 0 ? series.Name : $"{words.Series} {number + 1}", hasSizes, SizeOf(series, index, words),
                        series.Categories.GetValueOrDefault(index) ?? $"{index + 1}", series.LabelAt(index)),
                ]))),
            ],
        };

        string TitleAt(int axis, string otherwise) => titles.ElementAtOrDefault(axis) is { Length: > 0 } title ? title : otherwise;
    }

    static IEnumerable<TableCell> Cells(bool hasNames, string name, bool hasSizes, string size, string across, string up) =>
        [.. hasNames ? [(TableCell)name] : Array.Empty<TableCell>(), across, up,
            .. hasSizes ? [(TableCell)size] : Array.Empty<TableCell>()];

    static string SizeOf(PlottedSeries series, int index, ChartVocabulary words) =>
        series.Sizes.TryGetValue(index, out var size) ? size.ToString("#,0.######", words.Culture) : "–";
}
