using AccessiblePdf.Model;
using CsCheck;

namespace AccessiblePdf.Tests;

public sealed class WidePageTests
{
    static readonly byte[] Picture = Samples.Png(200, 900);

    [Fact]
    public void A_table_too_wide_for_an_upright_page_stands_on_a_turned_one_with_its_heading()
    {
        using var pdf = TaggedPdf.Of(
            new Heading(1, "Vorher"), new Paragraph("Davor."),
            new Heading(2, "Zahlen"), HardCases.WideTable(14) with { Caption = ["Zahlen der Kreise"] },
            new Paragraph("Danach."));

        Conformance.Check(pdf);
        Assert.Equal([false, true, false], pdf.Pages.Select(page => page.Width > page.Height));
        Assert.Contains("Zahlen", pdf.Pages[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zahlen", pdf.Pages[0].Text, StringComparison.Ordinal);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    [Fact]
    public void A_table_whose_words_fit_stays_upright()
    {
        using var pdf = TaggedPdf.Of(HardCases.WideTable(6));

        Assert.All(pdf.Pages, page => Assert.True(page.Height > page.Width));
    }

    [Fact]
    public void Pictures_and_charts_in_the_cells_of_a_turned_table_leave_room_for_its_text()
    {
        var table = HardCases.WideTable(14);
        TableCell[] cells =
        [
            new(new Figure { Image = Samples.Png(200, 900), AlternativeText = "Hohes Bild", Caption = ["Hohes Bild"] },
                new Paragraph(string.Join(' ', Enumerable.Range(0, 12).Select(Samples.Text)))),
            new(new Chart { Title = "Viele", CategoryLabel = "Ort",
                Categories = [.. Enumerable.Range(1, 60).Select(number => $"Ort {number}")],
                Series = [new("Zahl", [.. Enumerable.Range(1, 60).Select(number => (double?)number)])] }),
            new(new Paragraph(string.Join(' ', Enumerable.Range(0, 12).Select(Samples.Text)))),
        ];

        using var pdf = TaggedPdf.Of(table with { Rows = [.. table.Rows, new TableRow(cells)] });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    /// <summary>A picture is not divided, and headers, captions and notes take room from its page.</summary>
    [Fact]
    public void No_row_with_pictures_runs_off_its_page_whatever_stands_around_it() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 180], Gen.Int[1, 2], Gen.Int[0, 6], Gen.Int[0, 12], Gen.Int[0, 12]).Sample(
            (isInNote, heading, pictures, caption, text, note) =>
                AssertStaysOnItsPages(isInNote, Samples.Text(0)[..heading], pictures, caption, text, note), iter: 8);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 12)]
    public void A_row_of_a_note_with_a_picture_goes_on_over_turned_pages(int pictures, int caption) =>
        AssertStaysOnItsPages(isInNote: true, "Kopf", pictures, caption, text: 30, note: 0);

    [Fact]
    public void A_row_of_a_turned_table_with_a_picture_goes_on_where_its_header_and_notes_leave_it_no_room() =>
        AssertStaysOnItsPages(isInNote: false, Samples.Text(0)[..180], pictures: 1, caption: 0, text: 30, note: 12);

    static void AssertStaysOnItsPages(bool isInNote, string heading, int pictures, int caption, int text, int note)
    {
        var figure = new Figure
        {
            Image = Picture,
            AlternativeText = "Bild",
            Caption = isInNote ? [Sentences(caption)] : [Sentences(caption), new Footnote(new Paragraph("Anmerkung. ", Sentences(note)))]
        };
        TableRow row = new([.. Enumerable.Repeat(new TableCell(figure), pictures), new TableCell(new Paragraph(Sentences(text)))]);
        if (isInNote) row = new(new TableCell(new Paragraph("Zelle", new Footnote(new Table { Header = [new("Bild")], Rows = [row] }))));
        var table = HardCases.WideTable(14);

        using var pdf = TaggedPdf.Of(table with
        {
            Header = [.. table.Header, new TableRow(heading)],
            Rows = [row, .. Enumerable.Repeat(table.Rows, 2).SelectMany(rows => rows)]
        });

        foreach (var page in pdf.Pages)
        {
            PageAssert.IsTidy(page);
            Assert.All(page.GetImages(), image => Assert.True(image.BoundingBox.Bottom > 75));
        }
    }

    [Fact]
    public void A_turned_table_goes_on_over_turned_pages_and_repeats_its_header()
    {
        var table = HardCases.WideTable(14);

        using var pdf = TaggedPdf.Of(table with { Rows = [.. Enumerable.Repeat(table.Rows, 20).SelectMany(rows => rows)] });

        Conformance.Check(pdf);
        Assert.True(pdf.Pages.Count > 2);
        Assert.All(pdf.Pages, page =>
            Assert.Contains("Spalte 1", string.Concat(page.Letters.Select(letter => letter.Value)), StringComparison.Ordinal));
        Assert.All(pdf.Pages, page => Assert.True(page.Width > page.Height));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void A_table_of_any_width_keeps_its_text(int columns)
    {
        var table = HardCases.WideTable(columns);

        using var pdf = TaggedPdf.Of(table);

        Conformance.Check(pdf);
        Assert.Equal(columns * (1 + table.Rows.Count),
            pdf.Root.Below("TH").Concat(pdf.Root.Below("TD")).Count(cell => cell.Text.Length > 0));
        Assert.All(pdf.Pages.SelectMany(page => page.Letters.Select(letter => (page, letter))),
            pair => Assert.True(pair.letter.EndBaseLine.X < pair.page.Width - 60));
    }

    [Fact]
    public void A_link_to_a_turned_page_leads_to_its_place()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("siehe ", new Reference("t", "Tabelle")), HardCases.WideTable(14) with { Anchor = "t" });

        var target = pdf.Get<UglyToad.PdfPig.Tokens.ArrayToken>(pdf.Root.Below("Link").Single().Annotations.Single(), "Dest")!;
        Assert.InRange(((UglyToad.PdfPig.Tokens.NumericToken)target.Data[3]).Double, 400, pdf.Pages[1].Height);
    }

    [Fact]
    public void What_is_nested_too_deep_begins_again_at_the_left()
    {
        Block list = new Paragraph("Boden");
        for (var depth = 0; depth < 60; depth++)
            list = depth % 3 == 0 ? new BlockQuote(list) : new BulletList(new ListItem(new Paragraph($"Ebene {depth}"), list));

        using var pdf = TaggedPdf.Of(list);

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.Contains("Boden", pdf.Root.Text, StringComparison.Ordinal);
    }

    static string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(Samples.Text));
}
