using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What stands how near to what, and what stays together.</summary>
public sealed class RhythmTests
{
    static readonly Dictionary<string, Block> Kinds = new()
    {
        ["text"] = new Paragraph("Worum es geht."),
        ["list"] = new BulletList(Item("Worum es geht.")),
        ["table"] = new Table { Header = [new("Was")], Rows = [new("Worum es geht.")] },
        ["box"] = new Callout("Was", new Paragraph("Worum es geht.")),
        ["code"] = new CodeBlock("Worum es geht."),
    };

    public static TheoryData<string> Followers => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Followers))]
    public void A_heading_is_nearer_to_what_follows_than_to_what_precedes(string kind)
    {
        for (var level = 1; level <= 6; level++) AssertIsNearer(level, kind);
    }

    [Fact]
    public void Headings_one_below_the_other_stand_together()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, "Bericht"), new Paragraph("Text."), new Heading(2, "Eins"), new Paragraph("Text."),
            new Heading(2, "Zwei"), new Heading(3, "Darunter"), new Paragraph("Text."));

        var (one, two, below) = (Of("Eins"), Of("Zwei"), Of("Darunter"));
        Assert.True(two - below < one - two - 15);

        double Of(string text) => pdf.Lines(pdf.All.Single(node => node.Text == text && node.Role.StartsWith('H')))[0].Baseline;
    }

    [Fact]
    public void A_heading_with_a_line_below_it_is_not_left_at_a_pages_end()
    {
        for (var lines = 30; lines < 48; lines++)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new Heading(1, "Beteiligung"), new Paragraph("Gekommen sind zwölf Personen."),
                HardCases.LongTable(3) with { Caption = [] });

            Assert.Equal(pdf.Lines(pdf.Root.Below("H1").Single())[0].Page, pdf.Lines(pdf.Root.Below("TH").First())[0].Page);
        }
    }

    [Fact]
    public void A_section_of_one_line_stays_where_it_is_though_the_next_one_is_turned()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, "Vorher"), new Paragraph("Davor."), new Heading(2, "Zahlen"),
            new Paragraph("In Prozent."), HardCases.WideTable(14));

        Assert.Equal([1, 1, 2, 2],
            new[] { "Vorher", "Davor.", "Zahlen", "In Prozent." }.Select(text =>
                pdf.Lines(pdf.All.Last(node => node.Text == text))[0].Page));
    }

    [Fact]
    public void A_sentence_that_leads_to_a_list_stays_with_its_first_item()
    {
        for (var lines = 34; lines < 48; lines++)
        {
            using var pdf = TaggedPdf.Of(Lines(lines), new Paragraph("Drei Dinge haben sich bewährt:"),
                new BulletList([.. Enumerable.Range(1, 6).Select(number => Item($"Punkt {number}"))]));

            Assert.Equal(pdf.Lines(pdf.Root.Below("P").Last())[0].Page, pdf.Lines(pdf.Root.Below("LBody").First())[0].Page);
        }
    }

    [Fact]
    public void A_term_is_as_near_to_one_paragraph_as_to_several()
    {
        using var pdf = TaggedPdf.Of(new DefinitionList(new Definition(["Eins"], new Paragraph("Text.")),
            new Definition(["Zwei"], new Paragraph("Text."), new Paragraph("Mehr."))));

        var gaps = pdf.Root.Below("LI").Select(item => pdf.Lines(item))
            .Select(lines => Math.Round(lines[0].Baseline - lines[1].Baseline, 1));
        Assert.Single(gaps.Distinct());
    }

    [Fact]
    public void Short_terms_stand_beside_what_they_mean_if_that_is_wished()
    {
        using var pdf = TaggedPdf.Of(new DefinitionList(new Definition(["Wo"], new Paragraph("Erfurt")),
            new Definition(["Moderation"], new Paragraph("Ada"), new Paragraph("Ben")))
        { TermsBeside = true });

        Conformance.Check(pdf);
        foreach (var item in pdf.Root.Below("LI"))
        {
            var (term, meaning) = (pdf.Lines(item.Kids[0])[0], pdf.Lines(item.Kids[1])[0]);
            Assert.Equal(term.Baseline, meaning.Baseline);
            Assert.True(term.Right < meaning.Left);
        }
        Assert.Single(pdf.Root.Below("LBody").SelectMany(body => pdf.Lines(body)).Select(line => Math.Round(line.Left)).Distinct());
    }

    [Fact]
    public void Text_after_terms_stands_farther_from_them_than_they_from_each_other()
    {
        using var pdf = TaggedPdf.Of(
            new DefinitionList(new Definition(["Wo"], new Paragraph("Erfurt")),
                new Definition(["Wer"], new Paragraph("Ada")))
            { TermsBeside = true }, new Paragraph("Text."));

        double[] baselines = [.. pdf.Root.Below("LBody").Append(pdf.Root.Below("P").Last())
            .Select(element => pdf.Lines(element)[0].Baseline)];
        Assert.True(baselines[^2] - baselines[^1] > baselines[^3] - baselines[^2] + 3, string.Join(" ", baselines));
    }

    [Fact]
    public void Terms_that_are_long_or_more_than_text_stand_above_what_they_mean()
    {
        Definition plain = new(["Wo"], new Paragraph("Erfurt")),
            linked = new([new Link(new("https://example.org/"), "Wer")], new Paragraph("Ada"));

        using var wide = TaggedPdf.Of(new DefinitionList(plain,
            new Definition([Samples.Text(0)], new Paragraph("Text.")))
        { TermsBeside = true });
        using var rich = TaggedPdf.Of(new DefinitionList(plain, linked) { TermsBeside = true });

        Assert.All([wide, rich], pdf =>
            Assert.True(pdf.Lines(pdf.Root.Below("Lbl").First())[0].Baseline > pdf.Lines(pdf.Root.Below("LBody").First())[0].Baseline));
        Assert.Single(rich.Root.Below("Link"));
    }

    [Fact]
    public void A_label_stands_on_the_first_line_beside_it()
    {
        using var pdf = TaggedPdf.Of(
            new Heading(1, "Liste"),
            new BulletList(
                Item("Text"), new ListItem(new Heading(2, "Überschrift")), new ListItem(new CodeBlock("Code")),
                new ListItem(new Callout("Kasten", new Paragraph("Text"))),
                new ListItem(new Table { Header = [new("Kopf")], Rows = [new("Zelle")] }),
                new ListItem(new BlockQuote(new Paragraph("Zitat")))));

        Assert.All(pdf.Root.Below("LI"), item => Assert.Equal(pdf.Lines(item.Kids[0])[0].Baseline, pdf.Lines(item.Kids[1])[0].Baseline));
    }

    [Fact]
    public void Terms_in_a_narrow_cell_stand_above_what_they_mean_and_lists_in_a_meaning_begin_with_the_first_bullet()
    {
        DefinitionList facts = new(new Definition(["Wo"], new Paragraph("Erfurt"), new BulletList(Item("eins")))) { TermsBeside = true };

        using var pdf = TaggedPdf.Of(facts,
            new Table
            {
                Header = [new([.. Enumerable.Range(1, 6).Select(number => (TableCell)$"Spalte {number}")])],
                Rows = [new(new TableCell(facts), "b", "c", "d", "e", "f")]
            });

        Conformance.Check(pdf);
        Assert.Equal(["•", "•"], pdf.Root.Below("Lbl").Where(label => label.Text != "Wo").Select(label => label.Text));
        Assert.Equal([true, false],
            pdf.Root.Below("LI").Where(item => item.Kids[0].Text == "Wo")
                .Select(item => pdf.Lines(item.Kids[0])[0].Baseline == pdf.Lines(item.Kids[1])[0].Baseline));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_first_level_of_a_table_of_contents_stands_out_only_from_others(int depth, bool isBold)
    {
        using var pdf = TaggedPdf.Of(
            Samples.Of(new Heading(1, "Bericht"), new Heading(2, "Ergebnisse"),
                new Paragraph("Text.")) with
            { TableOfContents = new() { Depth = depth } });

        Assert.Equal(isBold, pdf.Lines(pdf.Root.Below("TOCI").First())[0].IsBold);
    }

    [Fact]
    public void An_entry_of_the_table_of_contents_stays_with_the_first_one_below_it()
    {
        using var pdf = TaggedPdf.Of(
            Samples.Of([.. Enumerable.Range(1, 80)
                .SelectMany(number => new Block[] { new Heading(1, $"{number}"), new Heading(2, $"{number}.1"),
                new Heading(2, $"{number}.2"), new Paragraph("Text.") })]) with
            { TableOfContents = new() });

        var pages = pdf.Root.Below("TOCI").Select(entry => pdf.Lines(entry)[0].Page).Chunk(3).ToList();
        Assert.All(pages, chapter => Assert.Equal(chapter[0], chapter[1]));
        Assert.True(pages[^1][0] > 2);
    }

    [Fact]
    public void A_box_that_goes_on_over_the_page_reaches_beyond_a_box_inside_it()
    {
        using var pdf = TaggedPdf.Of(new Callout("Außen",
            [.. Enumerable.Range(0, 12).SelectMany(_ => new Block[] { new CodeBlock("Code\nCode\nCode") })]));

        Assert.True(pdf.Pages.Count > 1);
        var grounds = pdf.Pages[0].Paths.Select(path => path.GetBoundingRectangle()!.Value).Where(ground => ground.Height > 20).ToList();
        Assert.True(grounds.MaxBy(ground => ground.Height).Bottom < grounds.Where(ground => ground.Height < 100)
            .Min(ground => ground.Bottom) - 3);
    }

    static void AssertIsNearer(int level, string kind)
    {
        Block[] above = [.. Enumerable.Range(1, level - 1)
            .SelectMany(number => new Block[] { new Heading(number, "Darüber"), new Paragraph("Text") })];

        using var pdf = TaggedPdf.Of([.. above, new Paragraph("Davor."), new Heading(level, "Überschrift"), Kinds[kind]]);

        var heading = pdf.Lines(pdf.All.Single(node => node.Text == "Überschrift" && node.Role.StartsWith('H')))[0].Baseline;
        var before = pdf.Lines(pdf.Root.Below("P").Last(node => node.Text == "Davor."))[0].Baseline;
        var after = pdf.All.SelectMany(node => pdf.Lines(node)).Select(line => line.Baseline).Where(baseline => baseline < heading).Max();
        var inset = kind is "box" or "code" ? 9 : kind == "table" ? 4 : 0; // from a ground's edge to its text
        Assert.True(heading - after - inset < before - heading, $"{before - heading:0.0} above and {heading - after:0.0} below");
    }

    static ListItem Item(string text) => new(new Paragraph(text));

    static Paragraph Lines(int count) =>
        new([.. Enumerable.Range(1, count).SelectMany(i => new Inline[] { $"Zeile {i}", new LineBreak() })]);
}
