using AccessiblePdf.Model;
using CsCheck;

namespace AccessiblePdf.Tests;

/// <summary>Documents put together by chance.</summary>
static class Documents
{
    static readonly Gen<string> Text = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 160], (sentence, length) => Samples.Text(sentence)[..length]);

    static readonly byte[] Picture = Samples.Png(120, 80);

    static readonly Gen<Inline> Run = Gen.OneOf(
        Text.Select(text => (Inline)text),
        Gen.Select(Text, Gen.Int[0, 127], (text, style) => (Inline)new TextRun(text, (TextStyle)style)),
        Text.Select(text => (Inline)new Link(new("https://example.org/"), "→ " + text)),
        Gen.Const((Inline)new LineBreak()));

    static readonly Gen<Inline> InlineOrNote = Gen.Frequency((8, Run),
        (1, Run.Array[1, 3].Select(note => (Inline)new Footnote(new Paragraph("Anmerkung ", note[0])))));

    static readonly Gen<Block> Leaf = Gen.OneOf(
        InlineOrNote.Array[0, 6].Select(content => (Block)new Paragraph(content)),
        Text.Select(text => (Block)new CodeBlock(text.Replace(' ', '\n'))),
        Gen.Select(Gen.Int[1, 700], Gen.Bool,
            (width, isDecorative) => (Block)new Figure
            {
                Image = Picture,
                AlternativeText = "Bild",
                Decorative = isDecorative,
                Width = width / 700.0,
                Caption = ["Bild"]
            }),
        Gen.Const((Block)new ThematicBreak()),
        Gen.Const((Block)new PageBreak()));

    static Gen<Block> Nested(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (1, Inside(depth).Select(content => (Block)new BlockQuote(content))),
        (1, Gen.Select(Inside(depth), Gen.Int[0, 4],
            (content, tone) => (Block)new Callout("Kasten", content) { Tone = (CalloutTone)tone })),
        (1, Inside(depth).Array[1, 4].Select(items => (Block)new BulletList([.. items.Select(item => new ListItem(item))]))),
        (1, Gen.Select(Inside(depth).Array[1, 4], Gen.Int[-1, 120],
            (items, start) => (Block)new NumberedList(
                [.. items.Select(item => new ListItem(item) { Done = start % 3 == 0 ? true : null })])
            { Start = start })),
        (1, Gen.Select(Inside(depth), Text, (content, term) => (Block)new DefinitionList(new Definition([term], content)))),
        (1, Table(depth)));

    static Gen<Block[]> Inside(int depth) => Nested(depth - 1).Array[0, 3];

    /// <summary>Cells of any span; those that would lie over others are left out.</summary>
    static Gen<Block> Table(int depth) =>
        Gen.Select(Gen.Int[1, 7],
            Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Inside(depth), (width, height, content) => (width, height, content)).Array[1, 14],
            (columns, wishes) =>
    {
        var rows = wishes.Chunk(columns).ToList();
        return (Block)new Table
        {
            Header = [new([.. Enumerable.Range(1, columns).Select(column => (TableCell)$"Spalte {column}")])],
            Rows = [.. rows.Select((row, index) => new TableRow([.. row.Select((cell, column) => new TableCell(cell.content)
            {
                RowSpan = column == 0 && index + cell.height <= rows.Count && rows.Count <= 3 && index == 0 ? cell.height : 1,
                ColumnSpan = column == row.Length - 1 ? cell.width : 1,
            })]))],
        };
    });

    public static Gen<Block[]> Any { get; } =
        Gen.Frequency((4, Nested(2)), (1, Text.Select(text => (Block)new Heading(1, "Kapitel " + text)))).Array[1, 12];
}
