using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using CsCheck;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Whatever a document says, written as a Word file it is read back the same.</summary>
public sealed partial class WordRoundTripTests
{
    static readonly Gen<string> Word = Gen.Char["abcdefghijklmnopqrstuvwxyzäöüßÄÖÜéč–…„“§€0123456789"].Array[2, 9]
        .Select(letters => new string(letters) + "x");
    static readonly Gen<string> Words = Word.Array[1, 6].Select(words => string.Join(' ', words));

    static readonly TextStyle[] Styles =
    [
        TextStyle.Plain, TextStyle.Plain, TextStyle.Bold, TextStyle.Italic, TextStyle.Bold | TextStyle.Italic, TextStyle.Strikethrough,
        TextStyle.Underline, TextStyle.Code,
        TextStyle.Subscript, TextStyle.Superscript | TextStyle.Bold,
    ];

    static readonly Gen<Inline> Run = Gen.Select(Words, Gen.Int[0, Styles.Length - 1])
        .Select((text, style) => (Inline)new TextRun(text + " ", Styles[style]));

    static readonly Gen<Inline> Link = Gen.Select(Words, Gen.Int[1, 99])
        .Select((text, number) => (Inline)new Link(new($"https://thaff.example/{number}?a=1&b=2"), text));
    static readonly Gen<Inline> Note = Words.Select(text => (Inline)new Footnote(new Paragraph(text)));
    static readonly Gen<IReadOnlyList<Inline>> Text =
        Gen.Frequency((6, Run), (1, Link), (1, Note), (1, Gen.Const((Inline)new LineBreak()))).List[1, 6]
        .Select(inlines => (IReadOnlyList<Inline>)TextRuns.Trimmed(TextRuns.Joined(inlines.Prepend("Anfang "))));

    static readonly Gen<Block> Paragraph = Text.Select(text => (Block)new Paragraph(text));
    static readonly Gen<Block> Quote = Paragraph.Array[1, 3].Select(content => (Block)new BlockQuote(content));
    static readonly Gen<Block> Code = Gen.Select(Gen.Int[0, 4], Words).Select((indent, text) => new string(' ', indent) + text).Array[1, 4]
        .Select(lines => (Block)new CodeBlock(string.Join('\n', lines)));

    static readonly Gen<Block> Table = Gen.Select(Gen.Int[2, 4], Gen.Int[1, 4]).SelectMany((columns, rows) =>
        Gen.Select(Words.Array[columns], Paragraph.Array[columns].Array[rows]).Select((header, body) => (Block)new Table
        {
            Header = [new([.. header.Select(text => (TableCell)text)])],
            Rows = [.. body.Select(row => new TableRow([.. row.Select(cell => new TableCell(cell))]))],
        }));

    static Gen<Block> List(int depth)
    {
        var item = depth == 0
            ? Paragraph.Select(paragraph => new ListItem(paragraph))
            : Gen.Select(Paragraph, Gen.Bool, List(depth - 1))
            .Select((paragraph, isOuter, inner) => isOuter ? new ListItem(paragraph, inner) : new ListItem(paragraph));
        return Gen.Select(item.Array[1, 4], Gen.Int[0, 5], Gen.Int[1, 12]).Select((items, kind, start) =>
            kind == 0 ? (Block)new BulletList(items) : new NumberedList(items) { Start = start, Numbering = (Numbering)(kind - 1) });
    }

    /// <summary>Between two lists, quotations or the like stands something else: Word cannot tell them apart otherwise.</summary>
    static readonly Gen<Block[]> Blocks =
        Gen.Select(Gen.Frequency((3, Paragraph), (3, List(2)), (1, Quote), (1, Code), (2, Table)), Paragraph)
        .Select((block, paragraph) => new[] { block, paragraph }).Array[1, 5]
        .SelectMany(pairs => Gen.Select(Words, Words).Select((first, second) => (Block[])
            [new Heading(1, first), .. pairs[..(pairs.Length / 2)].SelectMany(pair => pair), new Heading(2, second),
                .. pairs[(pairs.Length / 2)..].SelectMany(pair => pair)]));

    [Fact]
    public void Every_document_is_read_back_as_it_was_written() => Blocks.Sample(
        blocks =>
        {
            var read = WordReading.Of(DocxWriter.Write(blocks));

            Assert.Empty(read.Remarks.Problems);
            Assert.Equal(MarkupOf(blocks), MarkupOf(read.Content.Blocks));
        },
        iter: 150, threads: 1);

    static string MarkupOf(IReadOnlyList<Block> blocks) => Anchors().Replace(Markup.Of(new NotesContent(blocks, [])), "");

    [GeneratedRegex(" id=\"[^\"]*\"")]
    private static partial Regex Anchors();
}
