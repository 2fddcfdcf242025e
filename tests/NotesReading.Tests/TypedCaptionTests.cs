using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>Captions that are ordinary paragraphs.</summary>
public sealed class TypedCaptionTests
{
    static readonly Figure Picture = new() { Image = TestPictures.Png(), AlternativeText = "Zwei Flächen" };

    static readonly Table Numbers = new() { Header = [new("A", "B")], Rows = [new("1", "2")] };

    [Theory]
    [InlineData("Abb. 1: Ablauf")]
    [InlineData("Abbildung 12 – Ablauf")]
    [InlineData("Fig. 2.1. Steps")]
    [InlineData("Figure 3")]
    [InlineData("Foto: © Stadt Erfurt")]
    public void Beneath_a_picture_they_are_its_caption(string text)
    {
        Assert.Equal([$"Figure {text}", "Paragraph"], Joined(Picture, new Paragraph(text), new Paragraph("Text")));
        Assert.Equal(["Paragraph", "Figure "], Joined(new Paragraph(text), Picture));
        Assert.Equal(["Table ", "Paragraph"], Joined(Numbers, new Paragraph(text)));
    }

    [Theory]
    [InlineData("Tabelle 2: Zahlen")]
    [InlineData("Tab. 2 Zahlen", false)]
    [InlineData("Table 2. Numbers")]
    [InlineData("Tabelle 2 zeigt die Zahlen.", false)]
    [InlineData("Tabellen: siehe Anhang", false)]
    public void Above_or_beneath_a_table_they_are_its_caption(string text, bool isOne = true)
    {
        Assert.Equal(isOne ? [$"Table {text}"] : ["Paragraph", "Table "], Joined(new Paragraph(text), Numbers));
        Assert.Equal(isOne ? [$"Table {text}"] : ["Table ", "Paragraph"], Joined(Numbers, new Paragraph(text)));
        Assert.Equal(["Figure ", "Paragraph"], Joined(Picture, new Paragraph(text)));
    }

    [Fact]
    public void Between_two_tables_it_is_not_plain_whose_it_is() =>
        Assert.Equal(["Table ", "Paragraph", "Table "], Joined(Numbers, new Paragraph("Tabelle 1: Zahlen"), Numbers));

    [Fact]
    public void Links_to_them_lead_to_what_they_name()
    {
        var caption = new Paragraph("Abb. 1: Ablauf") { Anchor = "abb1" };

        Assert.Equal("abb1", Assert.Single(TypedCaptions.Joined([Picture, caption])).Anchor);
        Assert.Equal(["Figure ", "Paragraph"], Joined(Picture with { Anchor = "bild" }, caption));
    }

    static IEnumerable<string> Joined(params Block[] blocks) => TypedCaptions.Joined(blocks).Select(block => block switch
    {
        Figure figure => $"Figure {TextRuns.Plain(figure.Caption)}",
        Table table => $"Table {TextRuns.Plain(table.Caption)}",
        _ => block.GetType().Name,
    });
}
