using System.Collections;
using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>The rows of a table's header or body with every place filled (ISO 14289-1, 7.5).</summary>
sealed class TableGrid
{
    readonly List<List<GridCell>> rows = [];
    readonly bool isHeader;

    /// <summary>For each row, the columns that have a cell.</summary>
    readonly BitArray[] taken;

    TableGrid(IReadOnlyList<TableRow> source, bool isHeader)
    {
        this.isHeader = isHeader;
        taken = new BitArray[source.Count];
        for (var row = 0; row < taken.Length; row++) taken[row] = new(source[row].Cells.Count);
        for (var row = 0; row < source.Count; row++)
        {
            rows.Add(new(source[row].Cells.Count));
            var column = 0;
            foreach (var cell in source[row].Cells)
            {
                while (IsTaken(row, column)) column++;
                Take(new(cell, row, column, isHeader));
                column += cell.ColumnSpan;
            }
        }
    }

    public IReadOnlyList<IReadOnlyList<GridCell>> Rows => rows;

    public int Columns { get; private set; }

    /// <summary>Whether two cells overlap or one extends below the last row.</summary>
    public bool IsBroken { get; private set; }

    public static TableGrid Of(IReadOnlyList<TableRow> rows, bool isHeader) => new(rows, isHeader);

    /// <summary>Fills missing cells with empty ones.</summary>
    public TableGrid FilledTo(int columns)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!IsTaken(row, column)) rows[row].Add(new(new TableCell(), row, column, isHeader));
            }
            rows[row].Sort((left, right) => left.Column.CompareTo(right.Column));
        }
        return this;
    }

    void Take(GridCell cell)
    {
        rows[cell.Row].Add(cell);
        var (end, bottom) = (cell.Column + cell.Cell.ColumnSpan, cell.Row + cell.Cell.RowSpan);
        Columns = Math.Max(Columns, end);
        IsBroken |= bottom > taken.Length;
        for (var row = cell.Row; row < Math.Min(bottom, taken.Length); row++)
        {
            if (taken[row].Length < end) taken[row].Length = end;
            for (var column = cell.Column; column < end; column++)
            {
                IsBroken |= taken[row][column];
                taken[row][column] = true;
            }
        }
    }

    bool IsTaken(int row, int column) => column < taken[row].Length && taken[row][column];
}
