using AccessiblePdf.Layout;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Where lines end.</summary>
public sealed class LineEndTests
{
    [Theory]
    [InlineData("§_16 gilt")]
    [InlineData("§§_16 ff.")]
    [InlineData("rund 45_% der")]
    [InlineData("12.500_€ im")]
    [InlineData("am 12._März 2026")]
    [InlineData("im 2._Quartal")]
    [InlineData("z._B. hier")]
    [InlineData("(u._a. hier)")]
    [InlineData("nach Abs._2 gilt")]
    [InlineData("siehe S._12 und Nr._5")]
    [InlineData("Betrieb_– so heißt es_– und")]
    [InlineData("im Jahr 2026. Danach")]
    [InlineData("fertig. Danach 5 Tage")]
    [InlineData("ist so. Ein anderes")]
    [InlineData("– Leitung")]
    [InlineData("Seiten 3–5 und –5 Grad")]
    public void A_space_between_what_belongs_together_ends_no_line(string marked)
    {
        var text = marked.Replace('_', ' ');

        var bonds = Enumerable.Range(0, text.Length).Where(at => text[at] == ' ' && Bonds.HoldsTogether(text, at));

        Assert.Equal(Enumerable.Range(0, marked.Length).Where(at => marked[at] == '_'), bonds);
    }

    [Fact]
    public void No_line_ends_after_a_paragraph_sign_wherever_it_stands()
    {
        for (var words = 0; words < 60; words++)
        {
            using var pdf = TaggedPdf.Of(new Paragraph(string.Concat(Enumerable.Repeat("und ", words)) + "nach § 16d gilt das auch."));

            Assert.All(pdf.Lines(pdf.Root.Below("P").Single()), line => Assert.False(line.Text.TrimEnd().EndsWith('§'), line.Text));
        }
    }

    [Fact]
    public void What_belongs_together_is_not_parted_where_its_style_changes()
    {
        for (var words = 0; words < 60; words++)
        {
            using var pdf = TaggedPdf.Of(new Paragraph(string.Concat(Enumerable.Repeat("und ", words)), "nach ",
                new TextRun("§", TextStyle.Bold), " 16d gilt am 12.", new TextRun(" März", TextStyle.Italic), " auch."));

            var lines = pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y > 700).GroupBy(letter => letter.StartBaseLine.Y)
                .Select(line => string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)).Trim());
            Assert.All(lines, line => Assert.DoesNotMatch(@"(§|12\.)$", line));
        }
    }

    [Fact]
    public void A_compound_is_divided_after_its_hyphen_though_its_style_changes_there()
    {
        using var pdf = TaggedPdf.Of(new Paragraph(new string('n', 60) + "-", new TextRun(new string('m', 40), TextStyle.Bold)));

        Assert.EndsWith("n-", pdf.Lines(pdf.Root.Below("P").Single())[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_belongs_together_and_is_longer_than_a_line_is_parted_at_its_spaces()
    {
        using var pdf = TaggedPdf.Of(new Paragraph(string.Join(' ', Enumerable.Repeat("z. B.", 60))));

        var lines = pdf.Lines(pdf.Root.Below("P").Single());
        Assert.True(lines.Count > 2);
        Assert.All(lines, line => Assert.EndsWith(".", line.Text.TrimEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Auszubildende aus dem Ausland: die ersten hundert Tage im Betrieb und in der Berufsschule")]
    [InlineData("Gleichwertigkeitsfeststellungsverfahren: ein Bericht mit einem überlangen Titel, der viele Zeilen füllt, weil er alles "
        + "auf einmal sagen will, was zu diesem Verfahren je gesagt worden ist, und niemals endet")]
    [InlineData("Was das Fachkräfteeinwanderungsgesetz für Betriebe bedeutet und welche Verfahren parallel laufen können, wenn alle wollen")]
    public void Lines_of_a_heading_are_about_as_long_as_each_other(string text)
    {
        using var pdf = TaggedPdf.Of(new Heading(1, text));

        var widths = pdf.Lines(pdf.Root.Below("H1").Single()).Select(line => line.Right - line.Left).ToList();
        Assert.True(widths.Count > 1);
        Assert.True(widths.Min() > widths.Max() * 0.6, string.Join(" ", widths));
    }

    [Fact]
    public void An_entry_of_the_contents_leaves_no_word_alone_on_its_last_line()
    {
        const string title = "Ein Kapitel mit einem Titel, der so lang ist, dass er mehr als eine Zeile des Inhalts füllt, wenn auch nur wenig";

        using var pdf = TaggedPdf.Of(Samples.Of(new Heading(1, title)) with { TableOfContents = new() });

        var lines = pdf.Lines(pdf.Root.Below("TOCI").Single());
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.True(line.Text.Length > 30, line.Text));
    }

    [Fact]
    public void A_heading_is_not_divided_after_a_hyphen_to_make_its_lines_equal()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, "Deutsch-Vietnamesische-Fachkräftepartnerschaft in Thüringen"));

        Assert.StartsWith("Deutsch-Vietnamesische-Fachkräftepartnerschaft ", pdf.Lines(pdf.Root.Below("H1").Single())[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_whose_words_are_longer_than_a_line_keeps_every_line_full()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, new string('x', 120)));

        Assert.All(pdf.Lines(pdf.Root.Below("H1").Single()).SkipLast(1), line => Assert.True(line.Right > pdf.Pages[0].Width - 90));
    }

    [Theory]
    [InlineData("Ein Titel, der so lang ist, dass er in der Kopfzeile keinen Platz hat, weil er das Fachkräfteeinwanderungsgesetz, "
        + "seine Vorgeschichte und seine Folgen aufzählt", true)]
    [InlineData("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesvorlagenverzeichnisverwaltungsbeauftragtenvertretungsregelungsentwurfsfassung", false)]
    public void A_running_header_that_is_too_long_is_cut_after_a_word_if_it_has_some(string header, bool hasWords)
    {
        using var pdf = TaggedPdf.Of(Samples.Of(new Paragraph("Text.")) with { RunningHeader = header });

        var shown = string.Concat(pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y > 780).Select(letter => letter.Value))
            .TrimEnd();
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown[..^1], header, StringComparison.Ordinal);
        Assert.Equal(hasWords, header[shown.Length - 1] is ' ' or ',');
        Assert.True(pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y > 780).Max(letter => letter.EndBaseLine.X) > 400);
    }

    [Fact]
    public void A_divided_word_leaves_no_line_with_one_or_two_letters()
    {
        for (var length = 100; length < 140; length++)
        {
            using var pdf = TaggedPdf.Of(new Paragraph(new string('n', length)));

            Assert.All(pdf.Lines(pdf.Root.Below("P").Single()), line => Assert.True(line.Text.Length >= 3, line.Text));
        }
    }

    [Fact]
    public void Numbers_of_notes_in_a_row_are_parted_for_the_eye_only()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Satz", new Footnote(new Paragraph("eins")), new Footnote(new Paragraph("zwei")), "."));

        Conformance.Check(pdf);
        var raised = pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y > 740 && letter.PointSize < 8)
            .OrderBy(letter => letter.StartBaseLine.X);
        Assert.Equal("1,2", string.Concat(raised.Select(letter => letter.Value)));
        Assert.Equal(["1", "2"], pdf.Root.Below("Reference").Select(reference => reference.Text));
        Assert.DoesNotContain(",", pdf.Root.Below("P").First().Text, StringComparison.Ordinal);
    }
}
