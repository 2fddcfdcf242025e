using AccessiblePdf.Model;
using CsCheck;

namespace AccessiblePdf.Tests;

public sealed class LayoutTests
{
    [Fact]
    public void What_is_hard_to_lay_out_conforms_and_stays_inside_the_margins()
    {
        using var pdf = TaggedPdf.Of(HardCases.Document);

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    [Fact]
    public void A_heading_stands_on_the_page_of_what_follows_it()
    {
        for (var lines = 25; lines < 50; lines++)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new Heading(1, "Kopf"), Lines(6), new Heading(2, "Tabelle"), HardCases.LongTable(3));

            Assert.Equal(pdf.Root.Below("H1").Single().Marks[0].Page,
                pdf.Root.Below("P").Last(node => node.Text.Contains("Zeile 2", StringComparison.Ordinal)).Marks[0].Page);
            Assert.Equal(pdf.Root.Below("H2").Single().Marks[0].Page,
                pdf.Root.Below("TD").First().All.SelectMany(node => node.Marks).First().Page);
        }
    }

    [Fact]
    public void No_page_begins_or_ends_with_a_single_line_of_a_paragraph()
    {
        var paragraph = new Paragraph(string.Join(' ', Enumerable.Range(0, 2).Select(Samples.Text)));

        using var pdf = TaggedPdf.Of([.. Enumerable.Repeat(paragraph, 60)]);

        foreach (var (node, page) in pdf.Root.Below("P")
            .SelectMany(node => node.Marks.Select(mark => mark.Page).Distinct().Select(page => (node, page))))
        {
            var marks = node.Marks.Where(mark => mark.Page == page).Select(mark => mark.Mark).ToHashSet();
            var lines = pdf.Pages[page - 1].GetMarkedContents().Where(content => marks.Contains(content.MarkedContentIdentifier))
                .SelectMany(content => content.Letters).Select(letter => Math.Round(letter.StartBaseLine.Y)).Distinct().Count();
            Assert.True(lines >= 2, $"{lines} line on page {page}");
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    public void No_page_has_one_or_two_rows_of_a_table_by_themselves(int rows)
    {
        for (var lines = 20; lines < 50; lines += 2)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new Heading(1, "Tabelle"), HardCases.LongTable(rows));

            var pages = pdf.Root.Below("TBody").Single().Kids.Select(row => row.All.SelectMany(node => node.Marks).First().Page).ToList();
            Assert.All(pages.GroupBy(page => page), page => Assert.True(page.Count() >= 3, $"{page.Count()} rows after {lines} lines"));
            Assert.Equal(pages[0], pdf.Root.Below("H1").Single().Marks[0].Page);
        }
    }

    [Fact]
    public void A_table_of_up_to_a_third_of_a_page_stays_whole_and_with_its_heading()
    {
        var table = new Table
        {
            Caption = ["Angemeldete nach Branche"],
            Header = [new("Branche", "Angemeldete")],
            Rows = [.. Enumerable.Range(1, 9).Select(i => new TableRow($"Branche {i}", $"{i * 5}"))],
        };
        for (var lines = 20; lines < 50; lines += 2)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new Heading(1, "Tabelle"), new Paragraph("Was sie zeigt."), table);

            var pages = pdf.Root.Below("TBody").Single().Kids.Select(row => row.All.SelectMany(node => node.Marks).First().Page);
            Assert.Equal([pdf.Root.Below("H1").Single().Marks[0].Page], pages.Distinct());
        }
    }

    [Fact]
    public void A_logo_stands_below_the_lines_of_the_title_and_is_named()
    {
        var logo = new Figure { Image = Pngs.Of(400, 300, 0, 8, false, (_, _) => [128]), AlternativeText = "Logo: Beispielverein" };
        using var pdf = TaggedPdf.Of(Samples.Of(new Paragraph("Inhalt")) with
        {
            TitleBlock = new() { OnOwnPage = true, Lines = ["Herausgegeben vom Beispielverein"], Logo = logo },
        });

        Conformance.Check(pdf);
        var figure = pdf.Root.Below("Figure").Single();
        Assert.Equal("Logo: Beispielverein", pdf.GetText(figure.Dictionary, "Alt"));
        Assert.Equal(1, figure.Marks.Single().Page);
        var picture = pdf.Pages[0].GetImages().Single().BoundingBox;
        Assert.True(picture.Height <= 80.01, $"{picture.Height} points high");
        Assert.True(picture.Top < pdf.Pages[0].Letters.Min(letter => letter.StartBaseLine.Y));
    }

    [Fact]
    public void A_logo_needs_a_name()
    {
        var nameless = new Figure { Image = Pngs.Of(4, 3, 0, 8, false, (_, _) => [128]) };
        var document = Samples.Of(new Paragraph("Inhalt")) with { TitleBlock = new() { Logo = nameless } };

        var refused = Assert.Throws<InvalidDocumentException>(() => TaggedPdf.Bytes(document));

        Assert.Equal(DocumentProblem.MissingAlternativeText, refused.Problem);
        Assert.StartsWith("Logo[0]", refused.Element, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_repeats_its_header_for_the_eye_only()
    {
        using var pdf = TaggedPdf.Of(HardCases.LongTable(80));

        Assert.True(pdf.Pages.Count > 3);
        Assert.All(pdf.Pages, page =>
            Assert.Contains("Maßnahme", string.Concat(page.Letters.Select(letter => letter.Value)), StringComparison.Ordinal));
        Assert.Single(pdf.Root.Below("TH"), node => node.Text == "Maßnahme");
        Assert.Equal(81, pdf.Root.Below("TR").Count());
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_the_page_and_loses_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(Samples.Text));

        using var pdf = TaggedPdf.Of(new Table { Header = [new("Frage", "Antwort")], Rows = [new("Was?", text)] });

        Conformance.Check(pdf);
        Assert.True(pdf.Pages.Count > 1);
        Assert.Equal(["Was?", text], pdf.Root.Below("TD").Select(cell => cell.Text));
    }

    [Fact]
    public void A_table_inside_a_row_that_goes_on_over_the_page_keeps_its_bullet_and_its_anchor()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(Samples.Text));
        var inner = new Table { Rows = [new(new TableCell(new Paragraph("Was?")) { IsRowHeader = true }, text)], Anchor = "innen" };

        using var pdf = TaggedPdf.Of(new Paragraph(new Reference("innen", "dorthin")),
            new Table { Header = [new("Außen")], Rows = [new(new TableCell(new BulletList(new ListItem(inner))))] });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.Equal("•", pdf.Root.Below("Lbl").Single().Text);
        var target = pdf.Get<UglyToad.PdfPig.Tokens.ArrayToken>(pdf.Root.Below("Link").Single().Annotations.Single(), "Dest")!;
        Assert.InRange(((UglyToad.PdfPig.Tokens.NumericToken)target.Data[3]).Double, 600, pdf.Pages[0].Height - 82);
    }

    [Fact]
    public void A_note_stands_at_the_foot_of_the_page_that_refers_to_it()
    {
        using var pdf = TaggedPdf.Of(
            [.. Enumerable.Range(1, 60).Select(i => (Block)new Paragraph(Samples.Text(i), new Footnote(new Paragraph($"Anmerkung {i}"))))]);

        Conformance.Check(pdf);
        foreach (var (reference, note) in pdf.Root.Below("Reference").Zip(pdf.Root.Below("Note")))
        {
            Assert.Equal(reference.Marks.Concat(reference.All.SelectMany(node => node.Marks)).First().Page,
                note.All.SelectMany(node => node.Marks).First().Page);
        }
        Assert.Equal(60, pdf.Root.Below("Note").Count());
    }

    [Fact]
    public void A_row_of_a_note_that_is_higher_than_a_page_goes_on_over_the_page()
    {
        var text = string.Join(' ', Enumerable.Range(0, 90).Select(Samples.Text));

        using var pdf = TaggedPdf.Of(
            new Paragraph("Text", new Footnote(new Table
            {
                Header = [new("Frage", "Antwort")],
                Rows = [new("Was?", text), new("Und?", "Nichts.")]
            })),
            new Table { Header = [new("Frage", "Antwort")], Rows = [new("Weiter?", text)] });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.Equal(["Was?", text, "Und?", "Nichts.", "Weiter?", text], pdf.Root.Below("TD").Select(cell => cell.Text));
    }

    [Fact]
    public void A_note_referred_to_twice_is_one_note()
    {
        var note = new Footnote(new Paragraph("Quelle"));

        using var pdf = TaggedPdf.Of(new Paragraph("a", note, " b", note));

        Conformance.Check(pdf);
        Assert.Single(pdf.Root.Below("Note"));
        Assert.Equal(["1", "1"], pdf.Root.Below("Reference").Select(node => node.Text));
    }

    [Fact]
    public void Lists_count_on_from_their_start()
    {
        ListItem item = new(new Paragraph("x"));

        using var pdf = TaggedPdf.Of(
            new NumberedList(item, item) { Start = 9 },
            new NumberedList(item, item) { Start = 26, Numbering = Numbering.LowerAlpha },
            new NumberedList(item) { Start = 1999, Numbering = Numbering.UpperRoman },
            new NumberedList(item) { Start = 0, Numbering = Numbering.LowerRoman });

        Conformance.Check(pdf);
        Assert.Equal(["9.", "10.", "z.", "aa.", "MCMXCIX.", "0."], pdf.Root.Below("Lbl").Select(node => node.Text));
    }

    [Fact]
    public void A_link_over_two_lines_can_be_clicked_on_both()
    {
        using var pdf = TaggedPdf.Of(new Paragraph(Samples.Text(0)[..70], " ",
            new Link(new("https://example.org/ä?q=ö"), Samples.Text(1))));

        var link = pdf.Root.Below("Link").Single();
        Assert.True(link.Annotations.Count >= 2);
        Assert.All(link.Annotations, annotation => Assert.Equal(Samples.Text(1), pdf.GetText(annotation, "Contents")));
    }

    [Fact]
    public void More_text_never_takes_fewer_pages()
    {
        var last = 0;
        for (var sentences = 0; sentences < 120; sentences += 4)
        {
            using var output = new MemoryStream();
            var pages = PdfWriter.Write(
                Samples.Of(Lines(sentences), new Paragraph(string.Join(' ', Enumerable.Range(0, sentences).Select(Samples.Text)))),
                output).Pages;
            Assert.True(pages >= last);
            last = pages;
        }
    }

    [Fact]
    public void Any_document_that_grows_never_takes_fewer_pages() => Documents.Any.Sample(
        blocks =>
        {
            var pages = Enumerable.Range(1, blocks.Length).Select(count => PdfWriter.Write(Samples.Of(blocks[..count]), Stream.Null).Pages)
                .ToList();
            Assert.Equal(pages.Order(), pages);
        },
        iter: 40);

    [Fact]
    public void An_item_that_begins_with_a_page_break_or_a_tiny_picture_keeps_its_label()
    {
        ListItem broken = new(new PageBreak(), new Paragraph("nach dem Umbruch")), empty = new(new PageBreak()),
            tiny = new(new Figure { Image = Samples.Png(2, 2), AlternativeText = "Punkt" });

        using var pdf = TaggedPdf.Of(new Paragraph("davor"), new NumberedList(broken, empty, tiny, tiny, broken));

        Conformance.Check(pdf);
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], pdf.Root.Below("Lbl").Select(label => label.Text));
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    [Fact]
    public void A_row_higher_than_a_page_is_divided_inside_a_box_too()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(Samples.Text));

        using var pdf = TaggedPdf.Of(new Callout("Kasten", new Table { Header = [new("Frage", "Antwort")], Rows = [new("Was?", text)] }));

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.Equal(text, pdf.Root.Below("TD").Last().Text);
    }

    [Fact]
    public void An_anchor_before_a_page_break_leads_to_what_follows_it()
    {
        using var pdf = TaggedPdf.Of(new Paragraph(new Reference("ziel", "dorthin")), new PageBreak { Anchor = "ziel" },
            new Paragraph("Ziel"));

        var target = pdf.Get<UglyToad.PdfPig.Tokens.ArrayToken>(pdf.Root.Below("Link").Single().Annotations.Single(), "Dest")!;
        Assert.Equal(pdf.Pages[1].Dictionary.Data["StructParents"].ToString(),
            ((UglyToad.PdfPig.Tokens.DictionaryToken)pdf.Resolve(target.Data[0])).Data["StructParents"].ToString());
    }

    [Fact]
    public void A_picture_is_drawn_a_little_smaller_rather_than_leave_half_a_page_empty()
    {
        Figure figure = new() { Image = Samples.Png(600, 600), AlternativeText = "Bild", Caption = ["Bild"] };

        using var little = TaggedPdf.Of(Lines(28), figure);
        using var much = TaggedPdf.Of(Lines(34), figure);
        using var asked = TaggedPdf.Of(Lines(28), figure with { Width = 0.66 });

        Assert.Equal([1, 2, 2], new[] { little, much, asked }.Select(pdf => pdf.Pages.Count));
        Conformance.Check(little);
        Assert.InRange(little.Pages[0].GetImages().Single().BoundingBox.Height, 210, 299);
    }

    [Fact]
    public void A_small_box_is_not_divided()
    {
        for (var lines = 30; lines < 44; lines++)
        {
            using var pdf = TaggedPdf.Of(Lines(lines),
                new Callout("Erkenntnis", new Paragraph("eins"), new Paragraph("zwei"), new Paragraph("drei")));

            Assert.Single(pdf.Root.Below("Aside").Single().All.SelectMany(node => node.Marks).Select(mark => mark.Page).Distinct());
        }
    }

    [Fact]
    public void Any_document_conforms() => Documents.Any.Sample(
        blocks =>
        {
            using var pdf = TaggedPdf.Of(Samples.Of(blocks));
            Conformance.Check(pdf);
            foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        },
        iter: 40);

    [Fact]
    public void An_empty_document_is_a_page()
    {
        using var pdf = TaggedPdf.Of(Samples.Of() with { TitleBlock = new() });

        Conformance.Check(pdf);
        Assert.Single(pdf.Pages);
    }

    static Paragraph Lines(int count) =>
        new([.. Enumerable.Range(1, count).SelectMany(i => new Inline[] { $"Zeile {i}", new LineBreak() })]);
}
