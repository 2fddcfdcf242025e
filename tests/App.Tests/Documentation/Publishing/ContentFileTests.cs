using System.Text.Json.Nodes;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Tests.Documentation.Publishing;

public sealed class ContentFileTests
{
    static readonly Picture Picture = new("bilder/Gruppe 1.png", "image/png", 64, 32, TestPictures.Png());

    /// <summary>Every kind of block and inline.</summary>
    static readonly Block[] Blocks = [.. All(), Later()];

    [Fact]
    public void Content_comes_back_as_it_was_stored_and_figures_name_their_pictures()
    {
        var stored = ContentFile.Write(new(Blocks, [Picture]));
        var read = ContentFile.Read(stored);

        Assert.Equal("bilder/Gruppe 1.png", ContentFile.PictureOf(Assert.Single(read.OfType<Figure>())));
        Assert.Equal(stored.ToString(), StoredAgain(read));
        Assert.Equal(Blocks.Select(block => block.GetType()), read.Select(block => block.GetType()));
        Assert.Single(((Paragraph)read[1]).Content.OfType<Footnote>().Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void Lists_a_hundred_deep_can_be_stored()
    {
        Block block = new Paragraph("unten");
        for (var level = 0; level < 100; level++) block = new BulletList(new ListItem(block));

        Assert.Single(ContentFile.Read(ContentFile.Write(new([block], []))));
    }

    /// <summary>
    /// If this fails because a class of the document model was renamed or changed, give the name in the file or raise the version.
    /// </summary>
    [Fact]
    public void A_file_of_today_is_what_is_written()
    {
        var written = JsonNode.Parse(ContentFile.Write(new(Blocks, [Picture])));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Stored(2)), written), $"{written}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_of_any_version_that_was_ever_written_can_be_read(int version)
    {
        var read = ContentFile.Read(Stored(version));

        Assert.Equal(ContentFile.Write(new(version == 1 ? All() : Blocks, [Picture])).ToString(), StoredAgain(read));
    }

    [Fact]
    public void A_file_of_a_version_to_come_is_refused() =>
        Assert.Throws<NotSupportedException>(() => ContentFile.Read(BinaryData.FromString("""{ "version": 3, "blocks": [] }""")));

    [Fact]
    public void Every_kind_of_block_and_inline_is_in_the_file_of_today()
    {
        HashSet<Type> stored = [];
        new BlockMap(block => Noted(block), inline => Noted(inline)).Of(ContentFile.Read(Stored(2)));

        var kinds = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(Inline)));
        Assert.Equal(kinds.Select(kind => kind.Name).Order(), stored.Select(kind => kind.Name).Order());

        T Noted<T>(T part) where T : notnull
        {
            stored.Add(part.GetType());
            return part;
        }
    }

    static string StoredAgain(IReadOnlyList<Block> read)
    {
        var pictured = new BlockMap(block => block is Figure figure ? figure with { Image = Picture.Bytes } : block,
            inline => inline).Of(read);
        return ContentFile.Write(new(pictured, [Picture])).ToString();
    }

    static BinaryData Stored(int version)
    {
        using var file = typeof(ContentFileTests).Assembly.GetManifestResourceStream($"content-{version}.json")!;
        return BinaryData.FromStream(file);
    }

    /// <summary>What came after version 1.</summary>
    static Paragraph Later() => new(new Blank(5), new Formula("½", "ein halb")
    {
        Drawn = new FormulaRow(
            new FormulaFraction("1", "2") { HasLine = false }, new FormulaRoot("x") { Degree = "3" },
            new FormulaScripts("x") { Below = "i", Above = "2", AreLimits = true }, new FormulaFenced("(", "y", ")"),
            new FormulaMatrix(["a"], [new FormulaText("ms") { IsWord = true }])),
        Language = "en",
    });

    static Block[] All()
    {
        var note = new Footnote(new Paragraph("Eine Fußnote."), new BulletList(new ListItem(new Paragraph("mit Liste"))));
        return
        [
            new Heading(1, "Erkenntnisse") { Anchor = "erkenntnisse" },
            new Paragraph(
                new TextRun("fett", TextStyle.Bold | TextStyle.Italic) { Language = "en" },
                new LineBreak(), note, new Link(new("https://thaff.example/ä"), "Link"), new Reference("erkenntnisse", "dort"), note),
            new NumberedList(new ListItem(new BulletList(new ListItem(new Paragraph("tief")))) { Done = true }) { Start = 4 },
            new DefinitionList(new Definition(["Begriff"], new Paragraph("Bedeutung"))),
            new Callout("Kasten", new BlockQuote(new CodeBlock("a\nb"))) { Tone = CalloutTone.Question },
            new Table { Header = [new("A", "B")], Rows = [new(new TableCell(new Paragraph("x")) { ColumnSpan = 2 })],
                Columns = [Alignment.End] },
            new Figure { Image = Picture.Bytes, AlternativeText = "Flächen", Caption = ["Unterschrift"] },
            new PageBreak(),
            new ThematicBreak(),
            new Chart { Title = "Zahlen", CategoryLabel = "Was", Categories = ["A"], Series = [new("Reihe", 1.5) { Labels = ["<5"] }] },
        ];
    }
}
