using AccessiblePdf.Model;
using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;

namespace ThaffFunctions.Tests.Insights;

/// <summary>Sections of insights in blocks, whatever file these came from.</summary>
public sealed class InsightSectionsTests
{
    [Fact]
    public void A_section_is_a_box_from_its_heading_to_the_next_that_is_not_below_it()
    {
        Block[] blocks =
        [
            new Heading(1, "Worum es ging"), new Paragraph("Davor."),
            new Heading(1, "Offene Fragen") { Anchor = "offene-fragen" }, List("Wer zahlt?"), new Heading(2, "Dazu"),
            new Paragraph("Erklärung."), new ThematicBreak(),
            new Heading(1, "Danach"), new Paragraph("Schluss."),
        ];

        var read = InsightSections.Of(blocks);

        var box = Assert.IsType<Callout>(read.Boxed[2]);
        Assert.Equal(["", nameof(CalloutTone.Question)], [box.Title, box.Tone.ToString()]);
        Assert.Equal(blocks[2..6], box.Content);
        Assert.Equal(blocks[..2], read.Boxed.Take(2));
        Assert.Equal(blocks[6..], read.Boxed.Skip(3));
        Assert.Equal(["Wer zahlt?"], read.Insights.Select(insight => insight.Text));
    }

    [Fact]
    public void A_heading_or_bold_line_that_means_a_section_and_is_none_gets_a_hint()
    {
        var read = InsightSections.Of([new Heading(1, "Fragen"), List("Wer zahlt?"), new Heading(1, "Offene Fragen"), List("Wer kommt?")]);

        Assert.Equal("Wer kommt?", Assert.Single(read.Insights).Text);
        Assert.Contains("„Fragen“", Assert.Single(read.Hints), StringComparison.Ordinal);
        Assert.Contains("„Offene Fragen“", read.Hints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_words_below_a_rule_are_no_part_of_the_last_section()
    {
        Block[] blocks = [new Heading(1, "Anliegen"), new Paragraph("Mehr Termine."), new ThematicBreak(), new Paragraph("Danke an alle.")];

        var read = InsightSections.Of(blocks);

        Assert.Equal(blocks[..2], Assert.IsType<Callout>(read.Boxed[0]).Content);
        Assert.Equal(blocks[2..], read.Boxed.Skip(1));
        Assert.Equal("Mehr Termine.", Assert.Single(read.Insights).Text);
    }

    [Fact]
    public void Rules_below_the_heading_and_between_lists_end_no_section()
    {
        var read = InsightSections.Of([new Heading(1, "Anliegen"), new ThematicBreak(), List("Mehr Termine"), new ThematicBreak(),
            List("Mehr Zeit"), new ThematicBreak(), new Paragraph("Danke.")]);

        Assert.Equal(["Mehr Termine", "Mehr Zeit"], read.Insights.Select(insight => insight.Text));
        Assert.IsType<Paragraph>(read.Boxed[^1]);
    }

    public static TheoryData<string, Block[], string[], int> Tables => new()
    {
        { "after a question in a paragraph", [new Paragraph("Wie lange dauert es?"), Durations], ["Wie lange dauert es?"], 1 },
        { "after a question in a list", [List("Wie lange dauert es?"), Durations, List("Wer zahlt?")], ["Wie lange dauert es?", "Wer zahlt?"], 1 },
        { "in a quotation after one", [new Paragraph("Wie lange dauert es?"), Durations, new BlockQuote(Durations)], ["Wie lange dauert es?"], 2 },
        { "after an introduction", [new Paragraph("Gefragt wurde:"), Durations], ["Visum · 6 Wochen"], 0 },
        { "before a list", [Durations, List("Wer zahlt?")], ["Visum · 6 Wochen", "Wer zahlt?"], 0 },
        { "of names and values after a question", [new Paragraph("Wer bürgt?"), Duties, new Paragraph("Wer zahlt?")], ["Wer bürgt?", "Wer zahlt?"], 1 },
        { "of names and values in a quotation after one", [new Paragraph("Wer bürgt?"), new BlockQuote(Duties)], ["Wer bürgt?"], 1 },
        { "of names and values after an introduction", [new Paragraph("Gefragt wurde:"), Duties], ["Zuständig: Landratsamt"], 0 },
    };

    static Table Durations => new() { Header = [new("Schritt", "Dauer")], Rows = [new("Visum", "6 Wochen")] };

    /// <summary>What is read from a table of names and values.</summary>
    static DefinitionList Duties => new(new Definition(["Zuständig"], new Paragraph("Landratsamt"))) { TermsBeside = true };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_that_follows_a_question_is_no_entry_and_staff_are_told(string what, Block[] content, string[] expected, int told)
    {
        var read = InsightSections.Of([new Heading(1, "Offene Fragen"), .. content]);

        Assert.Equal(expected, read.Insights.Select(insight => insight.Text));
        Assert.True(read.Hints.Count(hint => hint.Contains("Die Zeilen der Tabelle kommen nicht ins Register", StringComparison.Ordinal)) == told, what);
        Assert.Equal(told, read.Hints.Count);
    }

    [Fact]
    public void A_rule_between_sub_headings_ends_no_section_and_one_before_closing_words_does()
    {
        var read = InsightSections.Of(
        [
            new Heading(1, "Offene Fragen"),
            new Heading(2, "Recht"), new Paragraph("Wer zahlt?"), new ThematicBreak(),
            new Heading(2, "Wohnen"), new Paragraph("Wer bürgt?"), new ThematicBreak(),
            new Paragraph("Danke."),
        ]);

        Assert.Equal(["Wer zahlt?", "Wer bürgt?"], read.Insights.Select(insight => insight.Text));
        Assert.Equal(3, read.Boxed.Count);
    }

    [Fact]
    public void Each_kind_has_its_own_box_and_a_section_inside_another_is_its_own()
    {
        var read = InsightSections.Of(
        [
            new Heading(1, "Ergebnisse"), List("Eine Vorlage"),
            new Heading(2, "Erkenntnisse"), List("Früh fragen"),
            new Heading(2, "Offene Fragen"), List("Wer zahlt?"),
            new Heading(2, "Anliegen"), List("Mehr Termine"),
        ]);

        Assert.Equal(
            [CalloutTone.Success, CalloutTone.Information, CalloutTone.Question, CalloutTone.Warning],
            read.Boxed.Cast<Callout>().Select(box => box.Tone));
        Assert.Equal(
            [InsightKind.Result, InsightKind.Finding, InsightKind.OpenQuestion, InsightKind.Concern],
            read.Insights.Select(insight => insight.Kind));
    }

    [Fact]
    public void A_line_in_bold_begins_a_section_where_the_author_knew_no_headings()
    {
        var read = InsightSections.Of(
        [
            new Heading(1, "Bericht"), new Paragraph("Text."),
            Bold("Offene Fragen:"), List("Wer zahlt?"),
            Bold("Sonstiges"), List("Kaffee"),
        ]);

        var box = Assert.IsType<Callout>(read.Boxed[2]);
        Assert.Equal("Offene Fragen:", box.Title);
        Assert.Equal(["Wer zahlt?"], read.Insights.Select(insight => insight.Text));
        Assert.Equal(5, read.Boxed.Count);
    }

    [Fact]
    public void A_heading_with_nothing_below_it_stays_a_heading()
    {
        Block[] blocks = [new Heading(1, "Ergebnisse"), new Heading(1, "Offene Fragen"), new ThematicBreak(), new Heading(1, "Anliegen")];

        var read = InsightSections.Of(blocks);

        Assert.Equal(blocks, read.Boxed);
        Assert.Empty(read.Insights);
    }

    public static TheoryData<string, Block[], string[]> Contents => new()
    {
        { "items", [List("Erstens.", "Zweitens.")], ["Erstens.", "Zweitens."] },
        { "numbers", [new NumberedList(new ListItem(new Paragraph("Erstens.")))], ["Erstens."] },
        { "a lead-in", [new Paragraph("Gesammelt wurde:"), List("Erstens.")], ["Erstens."] },
        { "paragraphs", [new Paragraph("Erstens."), new Paragraph("Zweitens.")], ["Erstens.", "Zweitens."] },
        { "a quotation", [new BlockQuote(new Paragraph("Erstens."))], ["Erstens."] },
        { "two paragraphs in an item", [new BulletList(new ListItem(new Paragraph("Erstens."), new Paragraph("Noch dazu.")))],
            ["Erstens. Noch dazu."] },
        { "details below", [new BulletList(new ListItem(new Paragraph("Erstens."), List("Einzelheit")))], ["Erstens."] },
        { "a lead with items below", [new BulletList(new ListItem(new Paragraph("Wohnen:"), List("Wer bürgt?", "Wer zahlt?")))],
            ["Wohnen: Wer bürgt?", "Wohnen: Wer zahlt?"] },
        { "look", [new BulletList(
            new ListItem(new Paragraph(new TextRun("Früh", TextStyle.Bold), " fra\u00ADgen", new Footnote(new Paragraph("Note")), ", ",
                new Link(new("https://thaff.example"), "hier"))))], ["Früh fragen, hier"] },
        { "broken lines", [new BulletList(new ListItem(new Paragraph("Erste", new LineBreak(), "Zeile")))], ["Erste Zeile"] },
        { "a table", [new Table { Header = [new("Was", "Wie")], Rows = [new("Bus", "früher"), new("", "")] }], ["Bus · früher"] },
        { "definitions", [new DefinitionList(new Definition(["Bus"], new Paragraph("früher")))], ["Bus: früher"] },
        { "a sub-heading first", [new Heading(2, "Gruppe 1"), List("Erstens."), new Heading(2, "Gruppe 2"), List("Zweitens.")],
            ["Erstens.", "Zweitens."] },
        { "a sub-heading after", [List("Erstens."), new Heading(2, "Checkliste"), List("Wer holt ab?")], ["Erstens."] },
        { "empty items", [List("", " "), new Paragraph("")], [] },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void What_counts_as_an_entry(string what, Block[] content, string[] expected)
    {
        var read = InsightSections.Of([new Heading(1, "Erkenntnisse"), .. content]);

        Assert.Equal(expected, read.Insights.Select(insight => insight.Text));
        Assert.True(read.Hints.Count == 0, what);
    }

    public static TheoryData<Paragraph, string[]> Lines => new()
    {
        { new("Wer zahlt?", new LineBreak(), "Wer hilft?"), ["Wer zahlt?", "Wer hilft?"] },
        { new("Wer zahlt", new LineBreak(), "die Reise?"), ["Wer zahlt die Reise?"] },
        { new("Wer zahlt?", new LineBreak(), "Ein Satz dazu."), ["Wer zahlt? Ein Satz dazu."] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Questions_typed_into_one_paragraph_are_an_entry_each(Paragraph paragraph, string[] expected) =>
        Assert.Equal(expected, InsightSections.Of([new Heading(1, "Offene Fragen"), paragraph]).Insights.Select(insight => insight.Text));

    [Fact]
    public void Long_entries_are_cut_and_too_many_are_pointed_out()
    {
        var read = InsightSections.Of([new Heading(1, "Ergebnisse"),
            List([.. Enumerable.Range(0, 130).Select(number => $"{number} {new string('x', 2000)}")])]);

        Assert.Equal(InsightSections.MaxInsights, read.Insights.Count);
        Assert.All(read.Insights, insight => Assert.True(insight.Text.Length <= 1000 && insight.Text.EndsWith('…')));
        Assert.Contains("130", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    public static BulletList List(params string[] items) => new([.. items.Select(item => new ListItem(new Paragraph(item)))]);

    static Paragraph Bold(string text) => new(new TextRun(text, TextStyle.Bold));
}
