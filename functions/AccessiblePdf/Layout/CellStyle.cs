namespace AccessiblePdf.Layout;

/// <summary>How the cells of a table look.</summary>
/// <param name="Look">Their text.</param>
/// <param name="Padding">The room at both sides of their content.</param>
sealed record CellStyle(Look Look, double Padding);
