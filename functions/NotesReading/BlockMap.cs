using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>Rewrites a tree of blocks bottom-up: a rule is given each node with its children rewritten already.</summary>
/// <param name="onBlock">The rule for blocks; returns the block itself to leave it as it is.</param>
/// <param name="onInline">The rule for inlines, likewise.</param>
public sealed class BlockMap(Func<Block, Block> onBlock, Func<Inline, Inline> onInline)
{
    /// <summary>The rule for the inlines of one text, which are rewritten already; by default they stay as they are.</summary>
    public Func<IReadOnlyList<Inline>, IReadOnlyList<Inline>> OnText { get; init; } = text => text;

    readonly Dictionary<Footnote, Inline> footnotes = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Block> Of(IEnumerable<Block> blocks) => [.. blocks.Select(Of)];

    Block Of(Block block) => onBlock(block switch
    {
        Heading heading => heading with { Content = Of(heading.Content) },
        Paragraph paragraph => paragraph with { Content = Of(paragraph.Content) },
        BulletList list => list with { Items = Of(list.Items) },
        NumberedList list => list with { Items = Of(list.Items) },
        DefinitionList list => list with { Items = Of(list.Items) },
        BlockQuote quote => quote with { Content = Of(quote.Content) },
        Callout callout => callout with { Content = Of(callout.Content) },
        Table table => table with { Caption = Of(table.Caption), Header = Of(table.Header), Rows = Of(table.Rows) },
        Figure figure => figure with { Caption = Of(figure.Caption) },
        _ => block,
    });

    IReadOnlyList<ListItem> Of(IEnumerable<ListItem> items) => [.. items.Select(item => item with { Content = Of(item.Content) })];

    IReadOnlyList<Definition> Of(IEnumerable<Definition> items) =>
        [.. items.Select(item => item with { Term = Of(item.Term), Content = Of(item.Content) })];

    IReadOnlyList<TableRow> Of(IEnumerable<TableRow> rows) =>
        [.. rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Content = Of(cell.Content) })] })];

    IReadOnlyList<Inline> Of(IEnumerable<Inline> content) => OnText([.. content.Select(Of)]);

    Inline Of(Inline inline) => inline switch
    {
        Link link => onInline(link with { Content = Of(link.Content) }),
        Reference reference => onInline(reference with { Content = Of(reference.Content) }),
        // several references share one footnote object; they must still share one object afterwards
        Footnote note => footnotes.TryGetValue(note, out var known)
            ? known
            : footnotes[note] = onInline(note with { Content = Of(note.Content) }),
        _ => onInline(inline),
    };
}
