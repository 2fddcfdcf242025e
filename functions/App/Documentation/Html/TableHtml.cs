using System.Globalization;
using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Html;

/// <summary>Writes a table inside an element that scrolls horizontally and can be focused with the keyboard.</summary>
sealed class TableHtml(StringBuilder html, InlineHtml inlines, ContentWords words, HtmlDirection direction)
{
    /// <param name="table">The table.</param>
    /// <param name="writeCell">Writes the content of a cell.</param>
    public void Write(Table table, Action<IReadOnlyList<Block>> writeCell) => direction.Within(table, way =>
    {
        html.Append("<div").Append(InlineHtml.IdOf(table)).Append(way)
            .Append(" class=\"scroll\" role=\"group\" aria-label=\"").Append(words.Table).Append("\" tabindex=\"0\"><table>\n");
        if (table.Caption.Count > 0)
        {
            html.Append("<caption>");
            inlines.Write(table.Caption);
            html.Append("</caption>\n");
        }

        if (table.Header.Count > 0) WriteRows("thead", table.Header, table.Columns, writeCell, isHeader: true);
        if (table.Rows.Count > 0) WriteRows("tbody", table.Rows, table.Columns, writeCell, isHeader: false);
        html.Append("</table></div>\n");
    });

    void WriteRows(
        string group, IReadOnlyList<TableRow> rows, IReadOnlyList<Alignment> columns, Action<IReadOnlyList<Block>> writeCell, bool isHeader)
    {
        html.Append('<').Append(group).Append(">\n");
        List<int> taken = []; // by column: how many further rows a cell above still spans
        foreach (var row in rows)
        {
            html.Append("<tr>\n");
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (taken.ElementAtOrDefault(column) > 0) column++;
                Write(cell, isHeader, columns.ElementAtOrDefault(column), writeCell);
                for (var end = column + cell.ColumnSpan; column < end; column++) Cover(taken, column, cell.RowSpan);
            }

            for (var index = 0; index < taken.Count; index++) taken[index]--;
            html.Append("</tr>\n");
        }

        html.Append("</").Append(group).Append(">\n");
    }

    void Write(TableCell cell, bool isHeader, Alignment alignment, Action<IReadOnlyList<Block>> writeCell)
    {
        var names = (isHeader || cell.IsRowHeader) && !cell.HoldsTable();
        var name = names ? "th" : "td";
        html.Append('<').Append(name).Append(!names ? "" : isHeader ? " scope=\"col\"" : " scope=\"row\"");
        if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        direction.Within(new BlockQuote(cell.Content), way =>
        {
            html.Append(ClassOf(alignment)).Append(way).Append('>');
            writeCell(cell.Content);
        });
        html.Append("</").Append(name).Append(">\n");
    }

    static void Cover(List<int> taken, int column, int rows)
    {
        while (taken.Count <= column) taken.Add(0);
        taken[column] = rows;
    }

    static string ClassOf(Alignment alignment) => alignment switch
    {
        Alignment.End => " class=\"end\"",
        Alignment.Center => " class=\"middle\"",
        _ => "",
    };
}
