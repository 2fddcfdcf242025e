using AccessiblePdf.Model;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Tests.Documentation.Publishing;

public sealed class ContentFileTests
{
    [Fact]
    public void Content_comes_back_as_it_was_stored_and_figures_name_their_pictures()
    {
        var picture = new Picture("bilder/Gruppe 1.png", "image/png", 64, 32, TestPictures.Png());
        var note = new Footnote(new Paragraph("Eine Fußnote."), new BulletList(new ListItem(new Paragraph("mit Liste"))));
        Block[] blocks =
        [
            new Heading(1, "Erkenntnisse") { Anchor = "erkenntnisse" },
            new Paragraph(new TextRun("fett", TextStyle.Bold | TextStyle.Italic) { Language = "en" }, new LineBreak(), note, new Link(new("https://thaff.example/ä"), "Link"), new Reference("erkenntnisse", "dort"), note),
            new NumberedList(new ListItem(new BulletList(new ListItem(new Paragraph("tief")))) { Done = true }) { Start = 4 },
            new DefinitionList(new Definition(["Begriff"], new Paragraph("Bedeutung"))),
            new Callout("Kasten", new BlockQuote(new CodeBlock("a\nb"))) { Tone = CalloutTone.Question },
            new Table { Header = [new("A", "B")], Rows = [new(new TableCell(new Paragraph("x")) { ColumnSpan = 2 })], Columns = [Alignment.End] },
            new Figure { Image = picture.Bytes, AlternativeText = "Flächen", Caption = ["Unterschrift"] },
            new PageBreak(),
            new ThematicBreak(),
            new Chart { Title = "Zahlen", CategoryLabel = "Was", Categories = ["A"], Series = [new("Reihe", 1.5) { Labels = ["<5"] }] },
        ];

        var stored = ContentFile.Write(new(blocks, [picture]));
        var read = ContentFile.Read(stored);

        Assert.Equal("bilder/Gruppe 1.png", ContentFile.PictureOf(Assert.Single(read.OfType<Figure>())));
        var again = new BlockMap(block => block is Figure figure ? figure with { Image = picture.Bytes } : block, inline => inline).Of(read);
        Assert.Equal(stored.ToString(), ContentFile.Write(new(again, [picture])).ToString());
        Assert.Equal(blocks.Select(block => block.GetType()), read.Select(block => block.GetType()));
        Assert.Single(((Paragraph)read[1]).Content.OfType<Footnote>().Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Lists_a_hundred_deep_can_be_stored()
    {
        Block block = new Paragraph("unten");
        for (var level = 0; level < 100; level++) block = new BulletList(new ListItem(block));

        Assert.Single(ContentFile.Read(ContentFile.Write(new([block], []))));
    }
}
