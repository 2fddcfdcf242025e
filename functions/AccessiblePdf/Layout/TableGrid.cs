using AccessiblePdf.Model;

namespace AccessiblePdf.Layout;

/// <summary>A cell and the place it has once merged cells are counted.</summary>
readonly record struct GridCell(TableCell Cell, int Row, int Column);

/// <summary>The rows of a table's header or body with every place filled (ISO 14289-1, 7.5).</summary>
sealed class TableGrid
{
    readonly List<List<GridCell>> rows = [];
    readonly HashSet<(int Row, int Column)> taken = [];

    TableGrid(IReadOnlyList<TableRow> source)
    {
        for (var row = 0; row < source.Count; row++)
        {
            rows.Add([]);
            var column = 0;
            foreach (var cell in source[row].Cells)
            {
                while (taken.Contains((row, column))) column++;
                Take(new(cell, row, column), source.Count);
                column += cell.ColumnSpan;
            }
        }
    }

    public IReadOnlyList<IReadOnlyList<GridCell>> Rows => rows;

    public int Columns => taken.Count == 0 ? 0 : taken.Max(place => place.Column) + 1;

    /// <summary>Whether two cells lie over each other or one reaches below the last row.</summary>
    public bool IsBroken { get; private set; }

    public static TableGrid Of(IReadOnlyList<TableRow> rows) => new(rows);

    /// <summary>Fills what rows lack with empty cells.</summary>
    public TableGrid FilledTo(int columns)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken.Add((row, column))) rows[row].Add(new(new TableCell(), row, column));
            }
            rows[row].Sort((left, right) => left.Column.CompareTo(right.Column));
        }
        return this;
    }

    void Take(GridCell cell, int rowCount)
    {
        IsBroken |= cell.Row + cell.Cell.RowSpan > rowCount;
        rows[cell.Row].Add(cell);
        for (var row = cell.Row; row < cell.Row + cell.Cell.RowSpan; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.Cell.ColumnSpan; column++) IsBroken |= !taken.Add((row, column));
        }
    }
}
