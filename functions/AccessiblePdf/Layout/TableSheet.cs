namespace AccessiblePdf.Layout;

/// <summary>What the rows of one table share.</summary>
/// <param name="Lefts">Where each column begins, and where the last ends.</param>
/// <param name="Style">How the cells look.</param>
sealed record TableSheet(double[] Lefts, CellStyle Style)
{
    /// <summary>The rows to repeat at the head of a page.</summary>
    public TableRowItem? Header { get; set; }
}
