namespace AccessiblePdf.Model;

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
