namespace AccessiblePdf.Model;

/// <summary>A table. Every row fills the same number of columns, merged cells counted (ISO 14289-1, 7.5); shorter rows are filled with empty cells.</summary>
public sealed record Table : Block
{
    /// <summary>Rows that tell what the columns mean; repeated when the table goes on over the page. May be empty only if every body row has a header cell.</summary>
    public IReadOnlyList<TableRow> Header { get; init; } = [];

    /// <summary>The rows of the body.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>What the table shows.</summary>
    public IReadOnlyList<Inline> Caption { get; init; } = [];

    /// <summary>How each column is aligned; columns beyond the list start at the left.</summary>
    public IReadOnlyList<Alignment> Columns { get; init; } = [];
}

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">The cells that begin in this row.</param>
public sealed record TableRow(params IReadOnlyList<TableCell> Cells);

/// <summary>A cell of a <see cref="Table"/>.</summary>
/// <param name="Content">What stands in the cell.</param>
public sealed record TableCell(params IReadOnlyList<Block> Content)
{
    /// <summary>How many columns the cell covers, from 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows the cell covers, from 1; never beyond the header's or the body's last row.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Whether a cell of the body names its row. Cells of <see cref="Table.Header"/> are header cells anyway.</summary>
    public bool IsRowHeader { get; init; }

    /// <summary>A cell with one paragraph of plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableCell(string text) => new(new Paragraph(text));
}

/// <summary>Where the lines of a table's column stand.</summary>
public enum Alignment
{
    /// <summary>At the left.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right, for numbers.</summary>
    End,
}
