using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Where footnotes stand in the order in which a document is read aloud: after the block that refers to them.</summary>
public sealed class NotePlaceTests
{
    public static TheoryData<string, string[]> Places => new()
    {
        { "paragraph", ["P", "Note", "P"] },
        { "heading", ["H1", "Note", "P"] },
        { "cell", ["Table", "Note", "P"] },
        { "header cell", ["Table", "Note", "P"] },
        { "table in a cell", ["Table", "Note", "P"] },
        { "caption of a table", ["Table", "Note", "P"] },
        { "caption of a figure", ["Div", "Note", "P"] },
        { "item", ["L", "P"] },
        { "term", ["L", "P"] },
        { "quotation", ["BlockQuote", "P"] },
        { "box", ["Aside", "P"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_note_follows_the_block_that_refers_to_it(string place, string[] kids)
    {
        using var pdf = TaggedPdf.Of(Referring(place), new Paragraph("Danach"));

        Conformance.Check(pdf);
        Assert.Equal(kids, pdf.Root.Kids.Select(kid => kid.Role));
        var note = Assert.Single(pdf.Root.Below("Note"));
        Assert.Equal("1Die Anmerkung", note.Text);
        for (var around = note.Parent; around is not null; around = around.Parent)
            Assert.DoesNotContain(around.Role, new[] { "P", "H1", "TH", "TD", "TR", "Table", "Caption", "Lbl" });
    }

    [Theory]
    [InlineData("paragraph", "P")]
    [InlineData("heading", "H1")]
    [InlineData("cell", "TD")]
    [InlineData("header cell", "TH")]
    public void The_sentence_is_not_interrupted(string place, string role)
    {
        using var pdf = TaggedPdf.Of(Referring(place), new Paragraph("Danach"));

        Assert.Contains("Ein Satz1 mit Ende", pdf.Root.Below(role).Select(node => node.Text));
    }

    [Fact]
    public void Notes_of_one_table_follow_it_in_the_order_of_their_numbers()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new(new TableCell(Sentence("eins")), Cell("B"))],
            Rows = [new(new TableCell(Sentence("zwei")), new TableCell(Sentence("drei")))],
        }, new Paragraph("Text", new Footnote(new Paragraph("vier"))));

        Conformance.Check(pdf);
        Assert.Equal(["Table", "1eins", "2zwei", "3drei", "P", "4vier"],
            pdf.Root.Kids.Select(kid => kid.Role == "Note" ? kid.Text : kid.Role));
    }

    [Fact]
    public void A_note_of_a_paragraph_in_an_item_stands_before_the_next_paragraph_of_the_item()
    {
        using var pdf = TaggedPdf.Of(new BulletList(new ListItem(Sentence(), new Paragraph("Weiter"))));

        Assert.Equal(["P", "Note", "P"], pdf.Root.Below("LBody").Single().Kids.Select(kid => kid.Role));
    }

    static Block Referring(string place) => place switch
    {
        "paragraph" => Sentence(),
        "heading" => new Heading(1, [.. Sentence().Content]),
        "cell" => new Table { Header = [new(Cell("A"))], Rows = [new(new TableCell(Sentence()))] },
        "header cell" => new Table { Header = [new(new TableCell(Sentence()))], Rows = [new(Cell("a"))] },
        "table in a cell" => new Table { Header = [new(Cell("A"))], Rows = [new(new TableCell(Referring("cell")))] },
        "caption of a table" => new Table { Header = [new(Cell("A"))], Rows = [new(Cell("a"))], Caption = Sentence().Content },
        "caption of a figure" => new Figure { Image = Samples.Png(30, 20), AlternativeText = "Fläche", Caption = Sentence().Content },
        "item" => new BulletList(new ListItem(Sentence())),
        "term" => new DefinitionList(new Definition(Sentence().Content, new Paragraph("Bedeutung"))),
        "quotation" => new BlockQuote(Sentence()),
        _ => new Callout("Kasten", Sentence()),
    };

    static TableCell Cell(string text) => text;

    static Paragraph Sentence(string note = "Die Anmerkung") =>
        new("Ein Satz", new Footnote(new Paragraph(note)), " mit Ende");
}
