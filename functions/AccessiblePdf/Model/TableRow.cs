namespace AccessiblePdf.Model;

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">The cells that begin in this row.</param>
public sealed record TableRow(params IReadOnlyList<TableCell> Cells);
