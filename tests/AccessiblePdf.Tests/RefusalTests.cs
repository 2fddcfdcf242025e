using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class RefusalTests
{
    static readonly Paragraph Words = new("Text");

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_document_without_title_is_refused(string title) =>
        Refused(DocumentProblem.EmptyTitle, "Title", Samples.Of(Words) with { Title = title });

    [Fact]
    public void A_language_that_is_none_is_refused()
    {
        foreach (var language in new[] { "deutsch (neu)", "", "d", "de_DE", "de-DE\n" })
            Refused(DocumentProblem.InvalidLanguage, "Language", Samples.Of(Words) with { Language = language });
        Refused(DocumentProblem.InvalidLanguage, "Blocks[0] Paragraph \"skills\"",
            Samples.Of(new Paragraph(new TextRun("skills") { Language = "englisch?" })));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_figure_of_no_width_is_refused(double width) =>
        Refused(DocumentProblem.InvalidWidth, "Blocks[0] Figure \"Bild\"",
            Samples.Of(new Figure { Image = Samples.Png(4, 4), AlternativeText = "Bild", Width = width }));

    [Theory]
    [InlineData("{0")]
    [InlineData("{2}")]
    [InlineData(" ")]
    public void Words_that_cannot_be_filled_in_are_refused(string words) =>
        Refused(DocumentProblem.InvalidWording, "Wording.Footnote",
            Samples.Of(Words) with { Wording = Wording.German with { Footnote = words } });

    [Fact]
    public void A_skipped_heading_level_is_refused_and_named() =>
        Refused(DocumentProblem.SkippedHeadingLevel, "Blocks[2] Heading \"Zu tief\"",
            Samples.Of(new Heading(1, "Eins"), Words, new Heading(3, "Zu tief")));

    [Fact]
    public void A_document_beginning_below_level_one_is_refused() =>
        Refused(DocumentProblem.SkippedHeadingLevel, "Blocks[0].Content[0] Heading \"Zwei\"",
            Samples.Of(new BlockQuote(new Heading(2, "Zwei"))));

    [Fact]
    public void A_heading_without_text_is_refused() =>
        Refused(DocumentProblem.EmptyHeading, "Blocks[0] Heading", Samples.Of(new Heading(1, " ")));

    [Fact]
    public void A_figure_without_alternative_text_is_refused() =>
        Refused(DocumentProblem.MissingAlternativeText, "Blocks[1] Figure \"Bild 1\"",
            Samples.Of(Words, new Figure { Image = Samples.Png(4, 4), Caption = ["Bild 1"] }));

    [Fact]
    public void A_table_without_header_is_refused() =>
        Refused(DocumentProblem.TableWithoutHeader, "Blocks[0] Table", Samples.Of(new Table { Rows = [new("a", "b")] }));

    [Fact]
    public void A_table_that_says_that_it_has_no_header_is_written_without_any()
    {
        using var pdf = TaggedPdf.Of(new Table { Rows = [new("1", "2"), new("3", "4")], HasNoHeader = true });

        Conformance.Check(pdf);
        Assert.Empty(pdf.Root.Below("TH"));
        Assert.Equal(4, pdf.Root.Below("TD").Count());
    }

    [Fact]
    public void Merged_cells_that_overlap_are_refused() =>
        Refused(DocumentProblem.IrregularTable, "Blocks[0] Table",
            Samples.Of(new Table { Header = [new("a", "b")], Rows = [new("c", new TableCell(Words) { RowSpan = 2 })] }));

    [Theory]
    [InlineData(1_001, 1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1_000, 301)]
    public void A_table_of_more_cells_than_fit_into_memory_is_refused(int columns, int rows) =>
        Refused(DocumentProblem.TooLarge, "Blocks[0] Table",
            Samples.Of(new Table
            {
                Header = [new(new TableCell(Words) { ColumnSpan = columns })],
                Rows = [.. Enumerable.Repeat(new TableRow("b"), rows)]
            }));

    [Fact]
    public void A_cell_of_more_rows_than_can_be_counted_is_refused() =>
        Refused(DocumentProblem.IrregularTable, "Blocks[0] Table",
            Samples.Of(new Table { Header = [new("a")], Rows = [new("b"), new(new TableCell(Words) { RowSpan = int.MaxValue })] }));

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, false)]
    [InlineData(50_000, false)]
    public void Blocks_nested_so_deep_that_the_process_would_end_are_refused(int depth, bool isPublished)
    {
        foreach (var around in new Func<Block, Block>[] { inner => new BlockQuote(inner), inner => new BulletList(new ListItem(inner)),
            inner => new Table { Header = [new("a")], Rows = [new(new TableCell(inner))] } })
        {
            Block block = Words;
            for (var i = 0; i < depth; i++) block = around(block);
            if (isPublished) PdfWriter.Write(Samples.Of(block), Stream.Null);
            else Refused(DocumentProblem.TooLarge, "Blocks[0]", Samples.Of(block));
        }
    }

    [Fact]
    public void A_figure_inside_a_cell_is_named_with_its_place() =>
        Refused(
            DocumentProblem.UnreadableImage,
            "Blocks[0].Rows[0].Cells[1].Content[0] Figure \"Plan\"",
            Samples.Of(new Table
            {
                Header = [new("a", "b")],
                Rows = [new("c", new TableCell(new Figure { Image = new byte[] { 1, 2, 3 }, AlternativeText = "Plan" }))]
            }));

    [Fact]
    public void Two_blocks_with_one_anchor_are_refused() =>
        Refused(DocumentProblem.DuplicateAnchor, "Blocks[1] Paragraph \"Text\"",
            Samples.Of(Words with { Anchor = "a" }, Words with { Anchor = "a" }));

    [Fact]
    public void A_link_without_text_is_refused() =>
        Refused(DocumentProblem.InvalidLink, "Blocks[0] Paragraph", Samples.Of(new Paragraph(new Link(new("https://example.org"), " "))));

    [Fact]
    public void A_footnote_in_a_footnote_is_refused() =>
        Refused(DocumentProblem.NestedFootnote, "Blocks[0].Footnote[0] Paragraph",
            Samples.Of(new Paragraph(new Footnote(new Paragraph(new Footnote(Words))))));

    [Fact]
    public void A_chart_whose_values_do_not_match_is_refused() =>
        Refused(DocumentProblem.InvalidChart, "Blocks[0] Chart \"Zahlen\"",
            Samples.Of(new Chart { Title = "Zahlen", CategoryLabel = "Jahr", Categories = ["2025"], Series = [new("a", 1, 2)] }));

    [Fact]
    public void An_unknown_anchor_is_a_warning_and_stays_text()
    {
        using var output = new MemoryStream();
        var written = PdfWriter.Write(Samples.Of(new Paragraph("siehe ", new Reference("fehlt", "dort"))), output);

        using var pdf = new TaggedPdf(output.ToArray());
        Assert.Equal([new(PdfWarningKind.UnknownAnchor, "fehlt", "Blocks[0] Paragraph \"siehe dort\"")], written.Warnings);
        Assert.Equal("siehe dort", pdf.Root.Below("P").Single().Text);
        Assert.Empty(pdf.Root.Below("Link"));
    }

    static void Refused(DocumentProblem problem, string element, AccessibleDocument document)
    {
        using var output = new MemoryStream();
        var exception = Assert.Throws<InvalidDocumentException>(() => PdfWriter.Write(document, output));

        Assert.Equal((problem, element), (exception.Problem, exception.Element));
        Assert.StartsWith(element, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }
}
