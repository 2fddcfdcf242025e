namespace AccessiblePdf.Model;

/// <summary>
/// A table. Every row fills the same number of columns, merged cells counted (ISO 14289-1, 7.5); shorter rows are filled with empty cells.
/// </summary>
public sealed record Table : Block
{
    /// <summary>
    /// Rows that tell what the columns mean; repeated when the table goes on over the page. May be empty only if every body row has a
    /// header cell, or with <see cref="HasNoHeader"/>.
    /// </summary>
    public IReadOnlyList<TableRow> Header { get; init; } = [];

    /// <summary>
    /// Says that nothing in the table names its rows or columns, as in a grid of numbers. Without it, a table that has no header is
    /// refused, since it was probably forgotten.
    /// </summary>
    public bool HasNoHeader { get; init; }

    /// <summary>The rows of the body.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>What the table shows.</summary>
    public IReadOnlyList<Inline> Caption { get; init; } = [];

    /// <summary>How each column is aligned, in order; further ones as <see cref="Alignment.Start"/>.</summary>
    public IReadOnlyList<Alignment> Columns { get; init; } = [];
}
