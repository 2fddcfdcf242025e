using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>
/// Sets a chart: its title, the drawing with an alternative text, and its numbers as a table of the logical structure. The cells of the
/// table are the words of the drawing where it tells all of them, so that nobody meets the same numbers twice.
/// </summary>
sealed class ChartSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(Chart chart)
    {
        chart = Cleaned(chart);
        var numbers = new ChartNumbers(chart, context.Culture);
        var element = frame.Element.Add("Div");
        var figure = element.Add(new StructureElement("Figure", element)
        {
            AlternativeText = string.IsNullOrWhiteSpace(chart.AlternativeText) ? CleanText.OnOneLine(numbers.InWords(context.Wording))
                : chart.AlternativeText
        });
        var table = element.Add("Table");
        flow.Gap(Theme.GapBeforeHeading(3));
        new BlockSetter(context, flow, frame).SetHead([chart.Title], table.Add("Caption"), frame.Format with { IsBold = true });
        flow.Gap(6);
        ChartDrawing drawing = chart.Kind == ChartKind.Bar
            ? new BarDrawing(context, numbers, figure, frame)
            : new LineDrawing(context, numbers, figure, frame);
        flow.Add(drawing, frame.Box);
        if (drawing.TellsAll)
        {
            drawing.TellIn(table);
            flow.Gap(Theme.BlockGap);
            return;
        }
        drawing.KeepsNext = true;
        flow.Gap(4);
        new TableSetter(context, frame).Set(chart.ToTable(context.Culture), flow, table);
    }

    /// <summary>The words of a drawing bypass the layout of paragraphs, so that control characters are removed here.</summary>
    static Chart Cleaned(Chart chart) => chart with
    {
        Title = CleanText.OnOneLine(chart.Title),
        CategoryLabel = CleanText.OnOneLine(chart.CategoryLabel),
        Categories = [.. chart.Categories.Select(CleanText.OnOneLine)],
        Series = [.. chart.Series.Select(series => series with { Name = CleanText.OnOneLine(series.Name) })],
        Unit = CleanText.OnOneLine(chart.Unit),
        AlternativeText = CleanText.OnOneLine(chart.AlternativeText ?? ""),
    };
}
