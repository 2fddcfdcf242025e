namespace AccessiblePdf.Layout;

/// <summary>How the cells of a table look.</summary>
/// <param name="Format">Their text.</param>
/// <param name="Padding">The room at both sides of their content.</param>
sealed record CellStyle(TextFormat Format, double Padding);
