using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Tests;

/// <summary>
/// More, longer and larger than anybody should write: it becomes a conforming file all the same, or is refused with its name.
/// </summary>
public sealed class ExtremeTests
{
    [Fact]
    public void More_characters_than_one_font_can_number_are_read_back()
    {
        List<string> lines = [.. new[] { (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x20000, 0x2A6DF) }
            .SelectMany(range => Enumerable.Range(range.Item1, range.Item2 - range.Item1 + 1)).Chunk(2_000)
            .Select(codes => string.Concat(codes.Select(char.ConvertFromUtf32)))];

        using var pdf = TaggedPdf.Of([.. lines.Select(line => (Block)new Paragraph(line))]);

        Conformance.Check(pdf);
        Assert.Equal(lines, pdf.Root.Below("P").Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_very_long_title_is_shortened_at_the_head_of_each_page()
    {
        var title = string.Join(' ', Enumerable.Repeat("Größe", 2_700));

        using var pdf = TaggedPdf.Of(Samples.Of(new Paragraph("eins"), new PageBreak(), new Paragraph("zwei")) with { Title = title });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages)
        {
            PageAssert.IsTidy(page);
            Assert.Matches("(Größe ){10,20}(G|Gr|Grö|Größ|Größe)?…", page.Text);
        }
    }

    [Theory]
    [InlineData(ChartKind.Bar)]
    [InlineData(ChartKind.Line)]
    public void A_chart_of_the_largest_and_the_smallest_numbers_is_drawn(ChartKind kind)
    {
        foreach (var values in new double?[][] { [1e15, -1e15], [1e-300, 0], [double.Epsilon, -double.Epsilon], [null, null], [0, 1e15] })
        {
            using var pdf = TaggedPdf.Of(new Chart
            {
                Kind = kind,
                Title = "Zahlen",
                CategoryLabel = "Jahr",
                Categories = ["2025", "2026"],
                Series = [new("Anzahl", values)]
            });

            Conformance.Check(pdf);
            PageAssert.IsTidy(pdf.Pages.Single());
        }
    }

    [Theory]
    [InlineData(1.1e15)]
    [InlineData(double.MinValue)]
    public void A_number_too_large_to_be_drawn_is_refused(double value)
    {
        var refused = Refused(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Jahr",
            Categories = ["2025"],
            Series = [new("Anzahl", value)]
        });

        Assert.Equal((DocumentProblem.InvalidChart, "Blocks[0] Chart \"Zahlen\""), (refused.Problem, refused.Element));
    }

    [Fact]
    public void A_chart_of_more_numbers_than_can_be_listened_to_is_summed_up_and_has_them_in_its_table()
    {
        List<string> categories = [.. Enumerable.Range(1, 400).Select(number => $"Gemeinde {number}")];

        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Ort",
            Categories = categories,
            Series = [new("Anzahl", [.. categories.Select((_, index) => (double?)index)])]
        });

        Conformance.Check(pdf);
        Assert.Equal("Zahlen. Anzahl: höchster Wert 399 (Gemeinde 400); niedrigster Wert 0 (Gemeinde 1).",
            pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Alt"));
        Assert.Equal(400, pdf.Root.Below("TD").Count());
    }

    [Fact]
    public void An_alternative_text_as_long_as_a_file_can_hold_is_kept_whole_and_a_longer_one_is_refused()
    {
        var longest = string.Concat(Enumerable.Repeat("Größe ", 3_000))[..PdfSyntax.LongestText];

        using var pdf = TaggedPdf.Of(Described(longest));

        Conformance.Check(pdf);
        Assert.Equal(longest, pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Alt"));
        Assert.Equal(DocumentProblem.TextTooLong, Refused(Described(longest + "x")).Problem);
        Assert.Equal(DocumentProblem.TextTooLong,
            Refused(new Chart
            {
                Title = "Zahlen",
                CategoryLabel = "Jahr",
                Categories = ["2025"],
                Series = [new("Anzahl", 1)],
                AlternativeText = longest + "x"
            }).Problem);
    }

    [Fact]
    public void Properties_that_a_file_cannot_hold_whole_are_refused()
    {
        var (document, text) = (Samples.Of(new Paragraph("x")), new string('x', PdfSyntax.LongestText + 1));

        Assert.All(
            new[] { ("Title", document with { Title = text }), ("Author", document with { Author = text }),
                ("Subject", document with { Subject = text }), ("Keywords", document with { Keywords = [text[..9_000], text[..9_000]] }) },
            expected => Assert.Equal((DocumentProblem.TextTooLong, expected.Item1),
                Problem(Assert.Throws<InvalidDocumentException>(() => PdfWriter.Write(expected.Item2, Stream.Null)))));

        static (DocumentProblem, string) Problem(InvalidDocumentException refused) => (refused.Problem, refused.Element);
    }

    [Fact]
    public void A_heading_and_a_link_longer_than_a_file_can_name_them_are_kept_whole_in_the_text()
    {
        var text = string.Join(' ', Enumerable.Repeat("Größe", 3_000));

        using var pdf = TaggedPdf.Of(new Heading(1, text), new Paragraph(new Link(new("https://example.org"), text)));

        Conformance.Check(pdf);
        Assert.Equal([text, text], pdf.Root.Kids.Select(kid => kid.Text));
        Assert.StartsWith("0 Größe Größe", pdf.Bookmarks.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_no_half_character() =>
        Assert.Equal($"Blocks[0] Heading \"{new string('a', 39)}…\"", Refused(new Heading(2, new string('a', 39) + "😀 und mehr")).Element);

    static Figure Described(string text) => new() { Image = Samples.Png(4, 4), AlternativeText = text };

    static InvalidDocumentException Refused(Block block) =>
        Assert.Throws<InvalidDocumentException>(() => PdfWriter.Write(Samples.Of(block), Stream.Null));
}
