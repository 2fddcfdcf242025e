using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>Where lines end inside a word: reading tools take a hyphen there for one of the typesetter and leave it out.</summary>
public sealed class DividedWordTests
{
    [Theory]
    [InlineData("E-Mail-Adresse")]
    [InlineData("Kosten-/Nutzen-Analyse")]
    [InlineData("2024/2025")]
    [InlineData("Kolleginnen/Kollegen")]
    [InlineData("Montag–Donnerstag")]
    public void A_word_that_fits_on_a_line_is_not_divided_after_its_hyphen(string word)
    {
        for (var before = 0; before < 12; before++)
        {
            using var pdf = TaggedPdf.Of(new Paragraph(new string('i', before), " ", string.Join(' ', Enumerable.Repeat(word, 40))));

            Assert.All(Lines(pdf), line =>
                Assert.All(line.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    part => Assert.Contains(part.Trim('i'), new[] { word, "" })));
        }
    }

    [Fact]
    public void A_word_longer_than_a_line_is_divided_after_its_hyphens()
    {
        var word = string.Join('-', Enumerable.Repeat("Verfahrensbegleitung", 20));

        using var pdf = TaggedPdf.Of(new Paragraph("Das Wort ", word));

        Assert.Equal("Das Wort " + word, pdf.Root.Below("P").Single().Text);
        Assert.Equal("Das Wort ", Lines(pdf)[0]);
        Assert.All(Lines(pdf)[1..^1], line => Assert.EndsWith("g-", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_number_of_a_note_is_not_divided_and_its_note_stands_there_once()
    {
        using var pdf = TaggedPdf.Of(
            new Paragraph([.. Enumerable.Range(1, 120)
                .SelectMany(i => new Inline[] { "w", new Footnote(new Paragraph($"Anmerkung {i}.")) })]));

        Conformance.Check(pdf);
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"{i}Anmerkung {i}."), pdf.Root.Below("Note").Select(note => note.Text));
        Assert.All(pdf.Root.Below("Reference"), reference => Assert.Single(reference.Below("Link").Single().Marks));
    }

    [Fact]
    public void A_column_is_as_wide_as_its_words_where_there_is_room()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Text", "Nord-Süd")],
            Rows = [new(string.Join(' ', Enumerable.Range(0, 9).Select(Samples.Text)), "Ein-/Ausgang")]
        });

        Assert.Contains(Lines(pdf), line => line.EndsWith("Nord-Süd", StringComparison.Ordinal));
        Assert.Contains(Lines(pdf), line => line.EndsWith("Ein-/Ausgang", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_stays_upright_if_it_has_room_with_words_divided_after_their_hyphens()
    {
        using var pdf = TaggedPdf.Of(
            new Table
            {
                Header = [new([.. Enumerable.Range(1, 9).Select(_ => (TableCell)"Verkehrs-Verbund-Verwaltung")])],
                Rows = [new("x")]
            });

        Conformance.Check(pdf);
        Assert.All(pdf.Pages, page => Assert.True(page.Height > page.Width));
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    /// <summary>The lines of the first page's text, from the top.</summary>
    static List<string> Lines(TaggedPdf pdf) =>
    [
        .. pdf.Pages[0].GetMarkedContents().Where(content => !content.IsArtifact).SelectMany(content => content.Letters)
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(line => line.Key)
            .Select(line => string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value))),
    ];
}
