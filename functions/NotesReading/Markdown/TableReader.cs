using AccessiblePdf.Model;
using Markdig.Extensions.Tables;
using Alignment = AccessiblePdf.Model.Alignment;
using Block = AccessiblePdf.Model.Block;
using Table = AccessiblePdf.Model.Table;
using TableCell = AccessiblePdf.Model.TableCell;
using TableRow = AccessiblePdf.Model.TableRow;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Turns a Markdown table into a table of the document model.</summary>
static class TableReader
{
    /// <summary>Null for an empty table.</summary>
    public static Table? Read(Markdig.Extensions.Tables.Table table, Func<IEnumerable<Markdig.Syntax.Block>, IReadOnlyList<Block>> read, Remarks remarks)
    {
        var marked = table.OfType<Markdig.Extensions.Tables.TableRow>().Count(row => row.IsHeader);
        TableRow[] rows = [.. table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row =>
            new TableRow([.. row.OfType<Markdig.Extensions.Tables.TableCell>().Select(cell => new TableCell(read(cell)))]))];
        if (rows.All(IsEmpty)) return null;

        if (rows[..marked].All(IsEmpty)) (rows, marked) = Headed(rows[marked..], table.Line + 1, remarks);
        return new()
        {
            Header = rows[..marked],
            Rows = rows[marked..],
            Columns = [.. table.ColumnDefinitions.Select(column => AlignmentOf(column.Alignment))],
        };
    }

    /// <summary>
    /// A table whose header row is empty, as authors without headers write it. The first column names the rows if its cells are bold or end
    /// with a colon; otherwise the first row becomes the header.
    /// </summary>
    static (TableRow[] Rows, int Headers) Headed(TableRow[] rows, int line, Remarks remarks)
    {
        rows = [.. rows.SkipWhile(IsEmpty)];
        if (rows.All(row => row.Cells.Count > 1 && row.Cells[0].Content is [Paragraph name] && IsName(name)))
            return ([.. rows.Select(row => row with { Cells = [row.Cells[0] with { IsRowHeader = true }, .. row.Cells.Skip(1)] })], 0);

        remarks.Hint(line, "Die Tabelle hat keine Kopfzeile; ihre erste Zeile wurde dafür genommen. Erwartet wird über der Zeile „|---|“ eine, die die Spalten benennt.");
        return (rows, 1);
    }

    static bool IsName(Paragraph text) => TextRuns.Plain(text.Content).EndsWith(':') || TextRuns.IsBold(text.Content);

    static bool IsEmpty(TableRow row) => row.Cells.All(cell => cell.Content.Count == 0);

    static Alignment AlignmentOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Right => Alignment.End,
        TableColumnAlign.Center => Alignment.Center,
        _ => Alignment.Start,
    };
}
