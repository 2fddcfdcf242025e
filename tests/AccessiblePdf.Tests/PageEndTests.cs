using AccessiblePdf.Model;
using CsCheck;

namespace AccessiblePdf.Tests;

/// <summary>What stands at the end of a page and at the beginning of the next one: never one small part of something by itself.</summary>
public sealed class PageEndTests
{
    static readonly Gen<string> Line =
        Gen.Select(Gen.Int[0, 4], Gen.Int[8, 60], (sentence, length) => Samples.Text(sentence)[..length].Trim());

    static readonly Gen<string> Text = Gen.Frequency((3, Line),
        (2, Gen.Int[1, 3].Select(count => string.Join(' ', Enumerable.Range(0, count).Select(Samples.Text)))));

    static readonly Gen<Block> Paragraph = Gen.Frequency(
        (6, Text.Select(text => (Block)new Paragraph(text))),
        (1, Line.Select(text => (Block)new Paragraph(text + ":"))),
        (1, Gen.Select(Text, Text, (text, note) => (Block)new Paragraph(text, new Footnote(new Paragraph(note))))));

    static Gen<Block> Any(int depth) => depth == 0 ? Paragraph : Gen.Frequency(
        (4, Paragraph),
        (2, Inside(depth, 2).Array[1, 7].Select(items => (Block)new BulletList([.. items.Select(item => new ListItem(item))]))),
        (1, Inside(depth, 1).Array[1, 7].Select(items => (Block)new NumberedList([.. items.Select(item => new ListItem(item))]))),
        (1, Gen.Select(Line, Inside(depth, 2)).Array[1, 5].Select(items =>
            (Block)new DefinitionList([.. items.Select(item => new Definition([item.Item1], item.Item2))]))),
        (1, Inside(depth, 4).Select(content => (Block)new Callout("Kasten", content))),
        (1, Inside(depth, 4).Select(content => (Block)new BlockQuote(content))),
        (1, Gen.Select(Line, Gen.Int[1, 20], (cell, rows) => (Block)new Table
        {
            Caption = ["Tabelle"],
            Header = [new("Nr.", "Text")],
            Rows = [.. Enumerable.Range(1, rows).Select(row => new TableRow($"{row}", cell))],
        })));

    static Gen<Block[]> Inside(int depth, int most) => Any(depth - 1).Array[1, most];

    static readonly Gen<Block[]> Document = Gen.Frequency((8, Any(2)),
        (1, Line.Select(text => (Block)new Heading(1, text)))).Array[6, 30]
        .Select(blocks => blocks.Append(new Paragraph("Ende")).ToArray());

    [Fact]
    public void No_page_begins_or_ends_with_one_small_part_of_something() =>
        Document.Sample(blocks =>
        {
            using var pdf = TaggedPdf.Of(Samples.Of(blocks));
            Assert.Empty(new PageEnds(pdf).Findings);
        }, iter: 60);

    [Fact]
    public void The_last_item_of_a_list_is_never_alone_on_a_page()
    {
        for (var lines = 30; lines < 46; lines++)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new BulletList(Item("eins"), Item("zwei"), Item("drei"), Item("vier")));

            Assert.All(pdf.Root.Below("LI").GroupBy(item => item.All.SelectMany(node => node.Marks).First().Page),
                page => Assert.True(page.Count() >= 2, $"{lines} lines before"));
        }
    }

    [Fact]
    public void A_sentence_that_leads_to_something_stays_with_it()
    {
        Block[] followers = [HardCases.LongTable(9), new Figure { Image = Samples.Png(300, 200), AlternativeText = "Bild" },
            new CodeBlock("a\nb\nc\nd"), new Callout("Kasten", new Paragraph("Text")), new Paragraph("Text")];
        foreach (var follower in followers)
        {
            for (var lines = 30; lines < 44; lines++)
            {
                using var pdf = TaggedPdf.Of(Lines(lines), new Paragraph("Folgendes:"), follower);

                var pages = pdf.Root.Kids.Skip(1).Select(kid => kid.All.SelectMany(node => node.Marks).Min(mark => mark.Page));
                Assert.Single(pages.Distinct());
            }
        }
    }

    [Fact]
    public void The_last_line_of_a_note_is_never_alone_on_the_next_page()
    {
        for (var sentences = 4; sentences < 12; sentences++)
        {
            for (var lines = 34; lines < 41; lines++)
            {
                using var pdf = TaggedPdf.Of(Lines(lines), new Paragraph("Hier",
                    new Footnote(new Paragraph(string.Join(' ', Enumerable.Range(0, sentences).Select(Samples.Text))))));

                var pages = pdf.Lines(pdf.Root.Below("Note").Single()).GroupBy(line => line.Page);
                Assert.All(pages, page => Assert.True(page.Count() > 1, $"one line of {sentences} sentences on page {page.Key}"));
            }
        }
    }

    static ListItem Item(string text) => new(new Paragraph(text));

    static Paragraph Lines(int count) =>
        new([.. Enumerable.Range(1, count).SelectMany(i => new Inline[] { $"Zeile {i}", new LineBreak() })]);
}
