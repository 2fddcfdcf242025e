namespace AccessiblePdf.Layout;

/// <summary>A cell, or the part of it that stands in one piece of a divided table.</summary>
/// <param name="Row">The row it begins in, counted in its item.</param>
/// <param name="RowSpan">How many of the item's rows it covers.</param>
/// <param name="Column">The column it begins in.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="Items">Its content.</param>
sealed record SetCell(int Row, int RowSpan, int Column, int ColumnSpan, IReadOnlyList<FlowItem> Items)
{
    public double Height => Flow.HeightOf(Items) + 2 * Theme.CellPaddingY;
}
