using AccessiblePdf.Model;
using Markdig.Extensions.Tables;
using Alignment = AccessiblePdf.Model.Alignment;
using Block = AccessiblePdf.Model.Block;
using TableCell = AccessiblePdf.Model.TableCell;
using TableRow = AccessiblePdf.Model.TableRow;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Turns a Markdown table into a table of the document model.</summary>
static class TableReader
{
    /// <summary>Null for an empty table.</summary>
    public static Block? Read(Markdig.Extensions.Tables.Table table, Func<IEnumerable<Markdig.Syntax.Block>, IReadOnlyList<Block>> read,
        Remarks remarks)
    {
        var marked = table.OfType<Markdig.Extensions.Tables.TableRow>().Count(row => row.IsHeader);
        TableRow[] rows = [.. table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row =>
            new TableRow([.. row.OfType<Markdig.Extensions.Tables.TableCell>().Select(cell => new TableCell(read(cell)))]))];
        if (rows.All(IsEmpty))
        {
            remarks.Hint(table.Line + 1, RemarkTexts.EmptyTable);
            return null;
        }

        TellExcess(rows, marked, table, remarks);

        if (rows[..marked].All(IsEmpty)) (rows, marked) = Headed(rows[marked..], table.Line + 1, remarks);
        var cells = CellsOf(rows);
        if (TableHeads.NameRowsBelowCorner(cells, marked) || BoldHeads.NameRows(cells, marked))
            rows = [.. rows[..marked], .. NamedByFirst(rows[marked..])];
        return DefinitionTable.Of(new()
        {
            HasNoHeader = marked == 0 && !rows.Any(row => row.Cells.Any(cell => cell.IsRowHeader)),
            Header = rows[..marked],
            Rows = rows[marked..],
            Columns = [.. table.ColumnDefinitions.Select(column => AlignmentOf(column.Alignment))],
        });
    }

    /// <summary>
    /// A table whose header row is empty, as authors without headers write it. The first column names the rows if its cells are bold or end
    /// with a colon; otherwise the first row becomes the header if it reads like one, or else the first column.
    /// </summary>
    static (TableRow[] Rows, int Headers) Headed(TableRow[] rows, int line, Remarks remarks)
    {
        rows = [.. rows.SkipWhile(IsEmpty)];
        if (rows.All(row => row.Cells.Count > 1 && row.Cells[0].Content is [Paragraph name] && IsName(name)))
            return (NamedByFirst(rows), 0);

        var cells = CellsOf(rows);
        var (namesColumns, namesRows) = (BoldHeads.NameColumns(cells) || TableHeads.NameColumns(cells), TableHeads.NameRows(cells));
        var expected = namesRows && !namesColumns ? "Erwartet werden die Namen in der ersten Spalte fett oder mit Doppelpunkt."
            : "Erwartet wird über der Zeile „|---|“ eine, die die Spalten benennt.";
        remarks.Hint(line, $"Die Tabelle hat keine Kopfzeile; {TableHeads.Assumed(namesColumns, namesRows)}. {expected}");
        return namesColumns ? (rows, 1) : (namesRows ? NamedByFirst(rows) : rows, 0);
    }

    static List<List<(int Column, IReadOnlyList<Block> Content)>> CellsOf(TableRow[] rows) =>
        [.. rows.Select(row => row.Cells.Select((cell, column) => (column, cell.Content)).ToList())];

    static TableRow[] NamedByFirst(TableRow[] rows) =>
        [.. rows.Select(row => row with { Cells = [row.Cells[0] with { IsRowHeader = true }, .. row.Cells.Skip(1)] })];

    /// <summary>Markdig gives all rows as many cells as the longest one has.</summary>
    static void TellExcess(TableRow[] rows, int marked, Markdig.Extensions.Tables.Table table, Remarks remarks)
    {
        if (marked == 0 || IsEmpty(rows[0])) return;

        var named = rows[0].Cells.Count - rows[0].Cells.Reverse().TakeWhile(cell => cell.Content.Count == 0).Count();
        var excess = Array.FindIndex(rows, marked, row => row.Cells.Skip(named).Any(cell => cell.Content.Count > 0));
        if (excess < 0) return;

        remarks.Hint(
            table[excess].Line + 1,
            "Diese Zeile der Tabelle hat mehr Zellen als die Kopfzeile; die letzten stehen in Spalten ohne Namen. "
                + "Gehört ein „|“ zum Text, wird „\\|“ erwartet.");
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
