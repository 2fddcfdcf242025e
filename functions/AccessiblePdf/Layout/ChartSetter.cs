using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets a chart: its title, the drawing with an alternative text, and its numbers as a table.</summary>
sealed class ChartSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(Chart chart)
    {
        chart = Cleaned(chart);
        var numbers = new ChartNumbers(chart, context.Culture);
        var element = frame.Element.Add("Div");
        var setter = new BlockSetter(context, flow, frame);
        flow.Gap(Theme.GapBeforeHeading(3));
        setter.SetHead([chart.Title], element.Add("Caption"), frame.Look with { IsBold = true });
        flow.Gap(6);
        var figure = element.Add(new StructureElement("Figure",
            element)
        {
            AlternativeText = string.IsNullOrWhiteSpace(chart.AlternativeText) ? PlainText.OnOneLine(numbers.InWords())
            : chart.AlternativeText
        });
        FlowItem drawing = chart.Kind == ChartKind.Bar
            ? new BarDrawing(context, numbers, figure, frame)
            : new LineDrawing(context, numbers, figure, frame);
        flow.Add(drawing, frame.Box);
        drawing.KeepsNext = true;
        flow.Gap(4);
        new TableSetter(context, frame with { Element = element }).Set(chart.ToTable(context.Culture), flow);
    }

    /// <summary>The words of a drawing bypass the layout of paragraphs, so that control characters are removed here.</summary>
    static Chart Cleaned(Chart chart) => chart with
    {
        Title = PlainText.OnOneLine(chart.Title),
        CategoryLabel = PlainText.OnOneLine(chart.CategoryLabel),
        Categories = [.. chart.Categories.Select(PlainText.OnOneLine)],
        Series = [.. chart.Series.Select(series => series with { Name = PlainText.OnOneLine(series.Name) })],
        Unit = PlainText.OnOneLine(chart.Unit),
        AlternativeText = PlainText.OnOneLine(chart.AlternativeText ?? ""),
    };
}
