namespace AccessiblePdf.Layout;

/// <summary>What the rows of one table share.</summary>
/// <param name="Lefts">Where each column begins, and where the last ends, counted from left to right.</param>
/// <param name="Style">How the cells look.</param>
sealed record TableSheet(double[] Lefts, CellStyle Style)
{
    /// <summary>Whether the first column is the rightmost.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The left edge of some columns.</summary>
    public double LeftOf(int column, int span) => IsRightToLeft ? Lefts[0] + Lefts[^1] - Lefts[column + span] : Lefts[column];

    /// <summary>
    /// The rows to repeat at the head of a page; <see cref="PageSetter"/> draws them there as an artifact, so that nobody hears them twice.
    /// </summary>
    public TableRowItem? Header { get; set; }
}
