using AccessiblePdf.Model;
using Markdig.Extensions.Tables;
using Alignment = AccessiblePdf.Model.Alignment;
using Block = AccessiblePdf.Model.Block;
using Table = AccessiblePdf.Model.Table;
using TableCell = AccessiblePdf.Model.TableCell;
using TableRow = AccessiblePdf.Model.TableRow;

namespace ThaffFunctions.Documentation.Notes.Markdown;

/// <summary>Turns a Markdown table into a table of the document.</summary>
static class TableReader
{
    public static Table Read(Markdig.Extensions.Tables.Table table, Func<IEnumerable<Markdig.Syntax.Block>, IReadOnlyList<Block>> read)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToLookup(row => row.IsHeader, row =>
            new TableRow([.. row.OfType<Markdig.Extensions.Tables.TableCell>().Select(cell => new TableCell(read(cell)))]));
        return new()
        {
            Header = [.. rows[true]],
            Rows = [.. rows[false]],
            Columns = [.. table.ColumnDefinitions.Select(column => AlignmentOf(column.Alignment))],
        };
    }

    static Alignment AlignmentOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Right => Alignment.End,
        TableColumnAlign.Center => Alignment.Center,
        _ => Alignment.Start,
    };
}
