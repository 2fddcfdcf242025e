using System.Globalization;
using AccessiblePdf.Model;
using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Insights;

/// <summary>What notes may say of an entry, in the ways in which people write it.</summary>
public sealed class MarkTests
{
    static readonly SessionId May = SessionId.Parse("2027-05-wohnen")!.Value;
    static readonly DateOnly Third = new(2027, 4, 3);

    [Theory]
    [InlineData("Weitergegeben an das Ministerium am 03.04.2027", "das Ministerium")]
    [InlineData("weitergegeben an das Ministerium am 3.4.2027.", "das Ministerium")]
    [InlineData("Weitergeleitet an die Agentur am Main am 3. April 2027", "die Agentur am Main")]
    [InlineData("Weitergegeben am 2027-04-03 an die IHK", "die IHK")]
    [InlineData("Weitergegeben am 3. 4. 2027, an die IHK", "die IHK")]
    public void Passed_on(string line, string to) => Assert.Equal(new PassedOn(to, Third), Read(line).Passed);

    public static TheoryData<string, Answer> Answers => new()
    {
        { "Beantwortet: Ja, ab Mai.", new("Ja, ab Mai.", null, null) },
        { "beantwortet am 03.04.2027: Ja", new("Ja", null, Third) },
        { "Antwort: Ja: immer", new("Ja: immer", null, null) },
        { "Antwort vom 3. April 2027: Ja", new("Ja", null, Third) },
        { "Beantwortet im Termin 2027-05-wohnen", new(null, May, null) },
        { "Beantwortet im Termin „2027-05-wohnen“.", new(null, May, null) },
        { "Beantwortet in 2027-05-wohnen: Siehe dort.", new("Siehe dort.", May, null) },
        { "Beantwortet am 3.4.2027 im Termin 2027-05-wohnen", new(null, May, Third) },
        { "Beantwortet im Termin 2027-05-wohnen am 3.4.2027: Ja", new("Ja", May, Third) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answered(string line, Answer expected) => Assert.Equal(expected, Read(line).Answer);

    [Theory]
    [InlineData("Stand: offen")]
    [InlineData("stand:  Offen.")]
    public void Open_again(string line) => Assert.True(Read(line).IsOpenAgain);

    [Theory]
    [InlineData("Branche: Handwerk", "handwerk")]
    [InlineData("Branchen: Handwerk, Baugewerbe", "handwerk bau")]
    [InlineData("Branche: Gesundheit und Soziales", "gesundheit-soziales")]
    [InlineData("Branche: pflege und Handwerk.", "gesundheit-soziales handwerk")]
    [InlineData("Branchen: Kammern, Verbände, Beratungsstellen; IT", "kammer-verband it")]
    [InlineData("Branche: Hotel- und Gastgewerbe; Logistik", "gastgewerbe verkehr-logistik")]
    public void Sectors(string line, string keys) =>
        Assert.Equal(keys, string.Join(' ', Assert.Single(Sections(line).Insights).Sectors.Select(sector => sector.Key)));

    [Theory]
    [InlineData("Weitergegeben an das Ministerium", "am 03.04.2027")]
    [InlineData("Weitergegeben an das Ministerium am 31.04.2027", "am 03.04.2027")]
    [InlineData("Weitergegeben an das Ministerium am 3.4.27", "am 03.04.2027")]
    [InlineData("Weitergegeben an  am 03.04.2027", "Erwartet wird")]
    [InlineData("Beantwortet", "fehlt die Antwort")]
    [InlineData("Beantwortet am 3.4.2027", "fehlt die Antwort")]
    [InlineData("Beantwortet am 32.4.2027: Ja", "kein Datum")]
    [InlineData("Beantwortet im Termin Wohnen", "keine Kennung eines Termins")]
    [InlineData("Branche: Raumfahrt", "„Raumfahrt“ ist nicht bekannt")]
    [InlineData("Branche:", "fehlt die Branche")]
    public void What_cannot_be_understood_is_said_with_its_place_and_changes_nothing(string line, string expected)
    {
        var read = Sections(line);

        var entry = Assert.Single(read.Insights);
        Assert.Equal((NotedProgress.None, 0), (entry.Progress, entry.Sectors.Count));
        var hint = Assert.Single(read.Hints);
        Assert.Contains(expected, hint, StringComparison.Ordinal);
        Assert.StartsWith("Abschnitt „Anliegen“, „Mehr Termine.“: ", hint, StringComparison.Ordinal);
    }

    public static TheoryData<string, Block> Places => new()
    {
        { "a list below", new BulletList(new ListItem(new Paragraph("Mehr Termine."), InsightSectionsTests.List("Antwort: Ja"))) },
        { "a paragraph below", new BulletList(new ListItem(new Paragraph("Mehr Termine."), new Paragraph("Antwort: Ja"))) },
        { "a broken line", new BulletList(new ListItem(new Paragraph("Mehr Termine.", new LineBreak(), "Antwort: Ja"))) },
        { "the same line", InsightSectionsTests.List("Mehr Termine. Antwort: Ja") },
        { "the same line without a full stop", InsightSectionsTests.List("Mehr Termine. Beantwortet: Ja") },
        { "the next item, as Word likes it", InsightSectionsTests.List("Mehr Termine.", "Antwort: Ja") },
        { "a cell", new Table { Header = [new("Anliegen", "Stand")], Rows = [new("Mehr Termine.", "Antwort: Ja")] } },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Where_a_mark_may_stand(string where, Block content)
    {
        var entry = Assert.Single(InsightSections.Of([new Heading(1, "Anliegen"), content]).Insights);

        Assert.Equal(("Mehr Termine.", "Ja"), (entry.Text, entry.Progress.Answer?.Text));
        Assert.NotNull(where);
    }

    [Fact]
    public void Sectors_below_the_heading_are_those_of_all_entries_that_have_none_of_their_own()
    {
        var read = InsightSections.Of(
        [
            new Heading(1, "Offene Fragen"), new Paragraph("Branche: Handwerk"), new Paragraph("Gesammelt wurde:"),
            new BulletList(new ListItem(new Paragraph("Erste?")),
                new ListItem(new Paragraph("Zweite?"), InsightSectionsTests.List("Branche: Handel"))),
        ]);

        Assert.Equal(["handwerk", "handel"], read.Insights.Select(insight => insight.Sectors.Single().Key));
    }

    [Fact]
    public void What_is_said_of_a_group_holds_for_its_items_and_for_no_other()
    {
        var read = InsightSections.Of(
        [
            new Heading(1, "Anliegen"),
            new BulletList(
                new ListItem(new Paragraph("Mehr Busse.")),
                new ListItem(new Paragraph("Wohnen:"),
                    InsightSectionsTests.List("Weitergegeben an die Stadt am 3.4.2027", "Branche: Unfug", "Mehr Plätze.", "Weniger Miete.",
                        "Antwort: Ja")),
                new ListItem(new Paragraph("Mehr Kurse."))),
        ]);

        Assert.Equal(["Mehr Busse.", "Wohnen: Mehr Plätze.", "Wohnen: Weniger Miete.", "Mehr Kurse."],
            read.Insights.Select(insight => insight.Text));
        Assert.Equal([null, "die Stadt", "die Stadt", null], read.Insights.Select(insight => insight.Progress.Passed?.To));
        Assert.Equal([null, null, "Ja", null], read.Insights.Select(insight => insight.Progress.Answer?.Text));
        Assert.Single(read.Hints);
    }

    [Fact]
    public void A_ticked_question_is_answered_and_findings_have_no_progress()
    {
        Block tasks = new BulletList(new ListItem(new Paragraph("Erste?")) { Done = true },
            new ListItem(new Paragraph("Zweite?")) { Done = false });

        var questions = InsightSections.Of([new Heading(1, "Offene Fragen"), tasks]).Insights;
        var findings = InsightSections.Of([new Heading(1, "Erkenntnisse"), tasks,
            InsightSectionsTests.List("Wir fragen. Antwort: Ja")]).Insights;

        Assert.Equal([true, false], questions.Select(question => question.Progress.Answer is not null));
        Assert.All(findings, finding => Assert.Equal(NotedProgress.None, finding.Progress));
        Assert.Equal("Wir fragen. Antwort: Ja", findings[2].Text);
    }

    [Theory]
    [InlineData("Die Frage wird beantwortet, wenn sie gestellt wird.")]
    [InlineData("Wer hat das weitergegeben?")]
    [InlineData("Wie ist der Stand: offen oder nicht?")]
    [InlineData("Welche Branchen betrifft das?")]
    [InlineData("Beantwortete Anträge kommen zu spät.")]
    [InlineData("Was gilt je nach Branche: mehr oder weniger?")]
    [InlineData("Gibt es eine Antwort: ja oder nein?")]
    public void Words_inside_a_sentence_are_only_words(string text) =>
        Assert.Equal(text, Assert.Single(InsightSections.Of([new Heading(1, "Anliegen"), InsightSectionsTests.List(text)]).Insights).Text);

    [Theory]
    [InlineData("Mehr Termine im Amt Weitergegeben an das Amt am 3.4.2027 Branche: Handwerk")]
    [InlineData("Mehr Termine im Amt Branche: Handwerk Weitergegeben an das Amt am 3.4.2027")]
    public void A_broken_line_of_a_file_ends_no_sentence_and_is_understood_all_the_same(string line)
    {
        var entry = Assert.Single(InsightSections.Of([new Heading(1, "Anliegen"), InsightSectionsTests.List(line)]).Insights);

        Assert.Equal(("Mehr Termine im Amt", new PassedOn("das Amt", Third), "handwerk"),
            (entry.Text, entry.Progress.Passed, entry.Sectors.Single().Key));
    }

    [Fact]
    public void A_mark_before_the_first_entry_is_pointed_out() =>
        Assert.Contains("vor dem ersten Eintrag",
            Assert.Single(InsightSections.Of([new Heading(1, "Anliegen"),
                InsightSectionsTests.List("Antwort: Ja", "Mehr Termine.")]).Hints), StringComparison.Ordinal);

    [Theory]
    [InlineData("Weitergegeben{0}an das Amt am 3.4.2027", "")]
    [InlineData("Mehr Platz.{0}Weitergegeben an das Amt am{0}3.4.2027", "Mehr Platz.")]
    [InlineData("Mehr Platz{0}im Amt", "Mehr Platz im Amt")]
    public void A_long_run_of_spaces_is_read_like_one(string line, string text)
    {
        var started = TimeProvider.System.GetTimestamp();

        var read = MarkReader.Read(string.Format(CultureInfo.InvariantCulture, line, new string(' ', 300_000)));

        Assert.Equal(text, read.Text);
        Assert.Equal(text == "Mehr Platz im Amt" ? [] : [new Mark.Passed(new("das Amt", Third))], read.Marks);
        // minutes, if each space were tried
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    static NotedProgress Read(string line)
    {
        var read = Sections(line);
        Assert.Empty(read.Hints);
        return Assert.Single(read.Insights).Progress;
    }

    static InsightSections Sections(string line) =>
        InsightSections.Of([new Heading(1, "Anliegen"),
            new BulletList(new ListItem(new Paragraph("Mehr Termine."), InsightSectionsTests.List(line)))]);
}
