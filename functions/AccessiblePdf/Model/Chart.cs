using System.Globalization;

namespace AccessiblePdf.Model;

/// <summary>
/// A chart drawn as vectors. Those who do not see it hear what it sums up to, and its numbers as a table. That table is shown below the
/// drawing only where the drawing has no room for all names and numbers.
/// </summary>
public sealed record Chart : Block
{
    /// <summary>Bars or lines.</summary>
    public ChartKind Kind { get; init; }

    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>What the names in <see cref="Categories"/> are, such as "Branche": heads the first column of the table.</summary>
    public required string CategoryLabel { get; init; }

    /// <summary>What the values belong to, in order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>One or more rows of values, each as long as <see cref="Categories"/>.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>
    /// The alternative text of the drawing; made from the title and the highest and lowest values if not set. Up to 16,382 UTF-16 units.
    /// </summary>
    public string? AlternativeText { get; init; }

    /// <summary>What follows each number, such as " %".</summary>
    public string Unit { get; init; } = "";

    /// <summary>The numbers as a table; alone it says as much as the drawing.</summary>
    /// <param name="culture">How numbers are written.</param>
    public Table ToTable(CultureInfo culture) => new ChartWords(this, culture).AsTable();
}
