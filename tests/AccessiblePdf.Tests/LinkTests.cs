using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Links as a list of links shows them: each by its description alone.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Links_of_the_same_text_are_told_apart_by_their_targets()
    {
        var descriptions = Descriptions(
            new Paragraph("Siehe ", Web("https://thaff.example/termine/2027-03/", "hier"), " und ",
                Web("https://thaff.example/plätze", "Hier.")),
            new Paragraph(Web("https://thaff.example", "Startseite")));

        Assert.Equal(["hier: thaff.example/termine/2027-03", "Hier: thaff.example/plätze", "Startseite"], descriptions);
    }

    [Theory]
    [InlineData("hier", "hier: thaff.example/p")]
    [InlineData("▶", "▶: thaff.example/p")]
    [InlineData("Mehr erfahren …", "Mehr erfahren: thaff.example/p")]
    [InlineData("(PDF)", "(PDF): thaff.example/p")]
    [InlineData("2027", "2027: thaff.example/p")]
    [InlineData("Hier wohnen", "Hier wohnen")]
    public void A_text_that_says_nothing_is_completed_by_its_target(string text, string expected) =>
        Assert.Equal([expected], Descriptions(new Paragraph("Siehe ", Web("https://thaff.example/p", text))));

    [Fact]
    public void Links_of_the_same_text_to_the_same_target_need_no_more() =>
        Assert.Equal(["Programm", "Programm"], Descriptions(
            new Paragraph(Web("https://thaff.example/p", "Programm"), " ", Web("https://thaff.example/p", "Programm"))));

    [Fact]
    public void References_of_the_same_text_are_told_apart_by_what_they_lead_to() =>
        Assert.Equal(["zum Termin: Anerkennung", "zum Termin: Sprache", "zum Termin"], Descriptions(
            new Heading(1, "Anerkennung") { Anchor = "a" }, new Heading(1, "Sprache") { Anchor = "b" },
            new Paragraph("ohne Namen") { Anchor = "c" },
            new Paragraph(new Reference("a", "zum Termin"), new Reference("b", "zum Termin"), new Reference("c", "zum Termin"))));

    [Fact]
    public void What_an_author_says_of_a_target_is_read_after_the_text_unless_the_text_says_it() =>
        Assert.Equal(["https://thaff.example/x: Anmeldung", "Zur Anmeldung"], Descriptions(new Paragraph(
            Web("https://thaff.example/x", "https://thaff.example/x") with { Title = "Anmeldung" },
            Web("https://thaff.example/y", "Zur Anmeldung") with { Title = "Anmeldung" })));

    [Fact]
    public void A_link_of_several_styles_is_one_annotation_a_line()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Vor ",
            new Link(new("https://thaff.example/"), "eins ", new TextRun("zwei", TextStyle.Bold), new TextRun(" drei", TextStyle.Italic)),
            " und ", Web("https://thaff.example/b", "vier")));

        Conformance.Check(pdf);
        Assert.Equal([1, 1], pdf.Root.Below("Link").Select(link => link.Annotations.Count));
    }

    [Fact]
    public void A_link_over_three_lines_has_three_annotations()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Wort ",
            new Link(new("https://thaff.example/"), string.Join(' ', Enumerable.Repeat("lang", 30)),
                new TextRun(string.Join(' ', Enumerable.Repeat(" fett", 12)), TextStyle.Bold))));

        Conformance.Check(pdf);
        var link = pdf.Root.Below("Link").Single();
        var lines = pdf.Pages[0].Letters.Where(letter => letter.Value is "l" or "f").Select(letter => letter.StartBaseLine.Y).Distinct();
        Assert.Equal(lines.Count(), link.Annotations.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_picture_may_be_a_link(bool hasCaption)
    {
        using var pdf = TaggedPdf.Of(new Figure
        {
            Image = Samples.Png(30, 20),
            AlternativeText = "Tafel mit dem Programm",
            Target = new("https://thaff.example/programm"),
            Caption = hasCaption ? ["Die Tafel"] : [],
        });

        Conformance.Check(pdf);
        var link = pdf.Root.Below("Link").Single();
        Assert.Equal("Figure", link.Kids.Single().Role);
        var annotation = Assert.Single(link.Annotations);
        Assert.Equal("Tafel mit dem Programm: thaff.example/programm", pdf.GetText(annotation, "Contents"));
    }

    [Fact]
    public void A_decorative_picture_cannot_be_a_link() => Assert.Equal(DocumentProblem.InvalidLink,
        Assert.Throws<InvalidDocumentException>(() => TaggedPdf.Bytes(Samples.Of(new Figure
        {
            Image = Samples.Png(30, 20),
            Decorative = true,
            Target = new("https://thaff.example/"),
        }))).Problem);

    [Fact]
    public void A_link_of_soft_hyphens_has_a_description() =>
        Assert.Equal(["thaff.example"], Descriptions(new Paragraph(Web("https://thaff.example/", "\u00AD"))));

    static Link Web(string address, string text) => new(new(address), text);

    static IEnumerable<string?> Descriptions(params Block[] blocks)
    {
        using var pdf = TaggedPdf.Of(blocks);
        Conformance.Check(pdf);
        return [.. pdf.Root.Below("Link").Select(link => pdf.GetText(link.Annotations[0], "Contents"))];
    }
}
