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

    /// <summary>
    /// Whether a table or chart stands in the cell. Such a cell names nothing, whatever it was meant to be: a table inside a header cell
    /// would be read aloud before each of the cells that it names.
    /// </summary>
    public bool HoldsTable() => HoldTable(Content);

    static bool HoldTable(IEnumerable<Block> blocks) => blocks.Any(block => block switch
    {
        Table or Chart => true,
        BulletList list => list.Items.Any(item => HoldTable(item.Content)),
        NumberedList list => list.Items.Any(item => HoldTable(item.Content)),
        DefinitionList list => list.Items.Any(item => HoldTable(item.Content)),
        BlockQuote quote => HoldTable(quote.Content),
        Callout callout => HoldTable(callout.Content),
        _ => false,
    });

    /// <summary>A cell with one paragraph of plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableCell(string text) => new(new Paragraph(text));
}
