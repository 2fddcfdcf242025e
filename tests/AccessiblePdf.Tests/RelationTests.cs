using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What stands in what (ISO 32000-2, annex L).</summary>
public sealed class RelationTests
{
    static readonly BlockQuote Nested = new(new Paragraph("Sie sagte:"), new BlockQuote(new Paragraph("So war es.")));

    [Fact]
    public void A_quotation_in_another_one_or_in_a_cell_has_a_division_around_it()
    {
        using var pdf = TaggedPdf.Of(Nested,
            new Table { Header = [new(new TableCell(Nested), "B")], Rows = [new(new TableCell(Nested), "2")] });

        Conformance.Check(pdf);
        Assert.Equal(6, pdf.Root.Below("BlockQuote").Count());
        Assert.Equal(5, pdf.Root.Below("BlockQuote").Count(quote => quote.Parent!.Role == "Div"));
    }

    [Theory]
    [InlineData(false, "Div")]
    [InlineData(true, "Document")]
    public void A_caption_stands_beside_its_picture_whose_alternative_text_hides_what_is_inside(bool isDecorative, string parent)
    {
        using var pdf = TaggedPdf.Of(new Figure
        {
            Image = Samples.Png(9, 9),
            AlternativeText = isDecorative ? "" : "Fläche",
            Decorative = isDecorative,
            Caption = ["Abbildung 1"],
        });

        Conformance.Check(pdf);
        Assert.Equal(parent, pdf.All.Single(node => node.Text == "Abbildung 1" && node.Role is "Caption" or "P").Parent!.Role);
        Assert.All(pdf.Root.Below("Figure"), figure => Assert.Empty(figure.Kids));
    }

    [Fact]
    public void The_title_of_the_contents_stands_before_them()
    {
        using var pdf = TaggedPdf.Of(Samples.Of(new Heading(1, "Eins"), new Heading(2, "Zwei")) with { TableOfContents = new() });

        Conformance.Check(pdf);
        Assert.Equal(["P", "TOC", "H1", "H2"], pdf.Root.Kids.Select(kid => kid.Role));
        Assert.Equal("Inhalt", pdf.Root.Kids[0].Text);
    }
}
