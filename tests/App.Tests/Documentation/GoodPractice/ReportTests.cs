using AccessiblePdf.Model;
using ThaffFunctions.Documentation.GoodPractice;

namespace ThaffFunctions.Tests.Documentation.GoodPractice;

public sealed class ReportTests
{
    [Theory]
    [InlineData("Ausgangslage/Herausforderung", nameof(SectionKind.Situation))]
    [InlineData("Umsetzung des Veranstaltungsformats", nameof(SectionKind.Implementation))]
    [InlineData("FAZIT", nameof(SectionKind.Conclusion))]
    [InlineData("Adressaten für Transfer:", nameof(SectionKind.Transfer))]
    [InlineData("Transfer", nameof(SectionKind.Transfer))]
    [InlineData("Interview mit der Moderatorin über die Umsetzung", nameof(SectionKind.Interview))]
    [InlineData("Steckbrief", nameof(SectionKind.Facts))]
    [InlineData("Danksagung", nameof(SectionKind.Other))]
    public void Sections_are_known_by_their_headings(string heading, string expected) =>
        Assert.Equal(expected, RequiredSections.KindOf(heading).ToString());

    [Fact]
    public void A_single_heading_above_all_others_is_the_title()
    {
        var report = GoodPracticeReport.Of(null,
            [new Heading(1, "Ein Austausch"), new Paragraph("Vorweg."), new Heading(2, "Fazit"), new Heading(3, "Dank"),
                new Paragraph("Gut.")]);

        Assert.Equal("Ein Austausch", report.Title);
        Assert.Single(report.Lead);
        var section = Assert.Single(report.Sections);
        Assert.Equal((SectionKind.Conclusion, 1), (section.Kind, section.Head.Level));
        Assert.Equal(2, Assert.IsType<Heading>(section.Content[0]).Level);
    }

    [Fact]
    public void Links_and_breaks_in_headings_are_read_as_their_text()
    {
        var report = GoodPracticeReport.Of(null,
            [new Heading(1, "Ein", new LineBreak(), new Link(new("https://austausch.example"), "Austausch")),
                new Heading(2, new Link(new("https://fazit.example"), "Fazit")), new Paragraph("Gut.")]);

        Assert.Equal("Ein Austausch", report.Title);
        Assert.Equal(SectionKind.Conclusion, Assert.Single(report.Sections).Kind);
    }

    [Fact]
    public void A_title_in_the_notes_head_leaves_headings_as_they_are()
    {
        var report = GoodPracticeReport.Of("Titel", [new Heading(1, "Umsetzung"), new Heading(2, "Einzelheiten"), new Paragraph("So.")]);

        Assert.Equal("Titel", report.Title);
        Assert.Equal("Umsetzung", Assert.IsType<TextRun>(Assert.Single(report.Sections).Head.Content[0]).Text);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var report = GoodPracticeReport.Of("Titel",
            [new Heading(1, "Umsetzung"), new Paragraph("So."), new Heading(1, "Interview"), new Paragraph("Ja.")]);

        Assert.Equal(["Ausgangslage und Herausforderung", "Fazit", "Adressaten für den Transfer"], report.Missing);
    }

    [Fact]
    public void Bold_questions_and_what_follows_them_become_questions_and_answers()
    {
        var blocks = Laid(new Paragraph("Mit N. N."), Bold("Warum?"), new Paragraph("Darum."), new Paragraph("Und deshalb."), Bold("Wie?"),
            new Paragraph("So."));

        Assert.Equal(["Heading", "Paragraph", "DefinitionList"], blocks.Select(block => block.GetType().Name));
        var list = Assert.IsType<DefinitionList>(blocks[2]);
        Assert.Equal([2, 1], list.Items.Select(item => item.Content.Count));
        Assert.Equal(TextStyle.Plain, Assert.IsType<TextRun>(list.Items[0].Term[0]).Style);
    }

    [Fact]
    public void An_interview_with_headings_of_its_own_stays_as_it_is() =>
        Assert.Equal(4, Laid(Bold("Warum?"), new Heading(2, "Später"), new Paragraph("Darum.")).Count);

    [Fact]
    public void Conclusion_and_audience_stand_in_boxes_with_their_headings()
    {
        var blocks = ReportLayout.Of(GoodPracticeReport.Of("Titel",
            [new Paragraph("Kurz."), new Heading(1, "Fazit"), new Paragraph("Gut."), new Heading(1, "Adressaten für Transfer"),
                new Paragraph("Betriebe.")]));

        Assert.Equal(["Kurz gefasst", "", ""], blocks.Cast<Callout>().Select(box => box.Title));
        Assert.Equal([CalloutTone.Neutral, CalloutTone.Success, CalloutTone.Information], blocks.Cast<Callout>().Select(box => box.Tone));
        Assert.All(blocks.Skip(1).Cast<Callout>(), box => Assert.IsType<Heading>(box.Content[0]));
    }

    [Fact]
    public void Facts_at_a_glance_have_their_names_beside_them()
    {
        var box = Assert.IsType<Callout>(
            ReportLayout.Of(GoodPracticeReport.Of("Titel",
                [new Heading(1, "Auf einen Blick"), new DefinitionList(new Definition(["Format"], new Paragraph("zwei Stunden")))]))
                .Single());

        Assert.True(Assert.IsType<DefinitionList>(box.Content[1]).TermsBeside);
    }

    static IReadOnlyList<Block> Laid(params Block[] interview) =>
        ReportLayout.Of(GoodPracticeReport.Of("Titel", [new Heading(1, "Interview"), .. interview]));

    static Paragraph Bold(string text) => new(new TextRun(text, TextStyle.Bold));
}
