using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>The words of a drawing as cells of a table: a row for each category, and a column for each series.</summary>
sealed class ChartCells
{
    readonly ContentSpot[] series, names;
    readonly ContentSpot[][] values;

    /// <param name="table">The element Table.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="namesSeries">Whether the drawing names the series; their names head the columns then.</param>
    public ChartCells(StructureElement table, Chart chart, bool namesSeries)
    {
        var body = table;
        series = [];
        if (namesSeries)
        {
            var head = table.Add("THead").Add("TR");
            head.Add("TD");
            series = [.. chart.Series.Select(_ => HeaderIn(head, isColumn: true))];
            body = table.Add("TBody");
        }
        (names, values) = (new ContentSpot[chart.Categories.Count], new ContentSpot[chart.Categories.Count][]);
        for (var category = 0; category < names.Length; category++)
        {
            var row = body.Add("TR");
            names[category] = HeaderIn(row, isColumn: false);
            values[category] = [.. chart.Series.Select(_ => row.Add("TD").AddContent())];
        }
    }

    public ContentSpot NameOfSeries(int number) => series[number];

    public ContentSpot NameOf(int category) => names[category];

    public ContentSpot ValueOf(int category, int number) => values[category][number];

    static ContentSpot HeaderIn(StructureElement row, bool isColumn)
    {
        var cell = row.Add("TH");
        cell.Attributes = [StructureAttribute.Scope(column: isColumn, row: !isColumn)];
        return cell.AddContent();
    }
}
