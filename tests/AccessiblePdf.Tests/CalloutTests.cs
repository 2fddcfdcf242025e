using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Boxes that are named by a heading of their own.</summary>
public sealed class CalloutTests
{
    static readonly Callout Questions = new("", new Heading(1, "Offene Fragen") { Anchor = "fragen" }, new Paragraph("Wer zahlt?"),
        new Heading(2, "Dazu"), new Paragraph("Niemand weiß es."))
    {
        Tone = CalloutTone.Question,
    };

    [Fact]
    public void A_heading_in_a_box_is_a_heading_like_any_other()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, "Bericht"), new Paragraph("Siehe ", new Reference("fragen", "unten"), "."), Questions,
            new Heading(1, "Schluss"));

        Conformance.Check(pdf);
        Assert.Equal(["0 Bericht", "0 Offene Fragen", "1 Dazu", "0 Schluss"], pdf.Bookmarks);
        var box = pdf.Root.Below("Aside").Single();
        Assert.Equal(["Offene Fragen", "Wer zahlt?", "Dazu", "Niemand weiß es."], box.Kids.Select(kid => kid.Text));
        Assert.Equal("H1", box.Kids[0].Role);
    }

    [Fact]
    public void The_heading_stands_as_near_to_the_upper_edge_as_a_title_does()
    {
        using var named = TaggedPdf.Of(Questions);
        using var titled = TaggedPdf.Of(new Callout("Offene Fragen", new Paragraph("Wer zahlt?")));

        Assert.InRange(TopOf(named) - TopOf(titled), -8, 8);
    }

    [Fact]
    public void A_box_that_says_nowhere_what_it_is_is_refused()
    {
        using var output = new MemoryStream();

        var refused = Assert.Throws<InvalidDocumentException>(() =>
            PdfWriter.Write(Samples.Of(new Callout(" ", new Paragraph("Text"), new Heading(1, "Zu spät"))), output));

        Assert.Equal((DocumentProblem.EmptyTitle, "Blocks[0] Callout"), (refused.Problem, refused.Element));
    }

    /// <summary>The height at which the first word of the box stands.</summary>
    static double TopOf(TaggedPdf pdf) => pdf.Pages[0].GetWords().First(word => word.Text == "Offene").BoundingBox.Top;
}
