using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void A_report_with_everything_conforms(int sections)
    {
        using var pdf = TaggedPdf.Of(Samples.Report(sections));

        Conformance.Check(pdf);
    }

    [Fact]
    public void Bookmarks_follow_the_headings()
    {
        using var pdf = TaggedPdf.Of(Samples.Report());

        Assert.Equal(
            ["0 Sitzung 1: Sprache im Betrieb", "1 Ergebnisse der Diskussion", "1 Maßnahmen und Zuständigkeiten", "1 Technik",
                "1 Beteiligung"],
            pdf.Bookmarks);
    }

    [Fact]
    public void The_table_of_contents_names_each_headings_page()
    {
        using var pdf = TaggedPdf.Of(Samples.Report(6));

        var entries = pdf.Root.Below("TOCI").Select(entry => entry.Text).ToList();
        Assert.Equal(6 * 5, entries.Count);
        foreach (var entry in entries)
        {
            var page = int.Parse(entry[(entry.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(pdf.All, node => node.Role is "H1" or "H2" && entry == $"{node.Text} {page}" && node.Marks[0].Page == page);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Front_matter_stands_before_or_after_the_contents_and_is_listed_there(bool isAfter)
    {
        using var pdf = TaggedPdf.Of(
            Samples.Report() with
            {
                FrontMatter = [new Heading(1, "Vorwort"), new Paragraph("Zum Geleit."), new PageBreak()],
                TableOfContents = new() { BeforeFrontMatter = isAfter }
            });

        Conformance.Check(pdf);
        Assert.Equal("0 Vorwort", pdf.Bookmarks[0]);
        Assert.StartsWith("Vorwort", pdf.Root.Below("TOCI").First().Text, StringComparison.Ordinal);
        var order = pdf.All.Select(node => node.Role).ToList();
        Assert.Equal(isAfter, order.IndexOf("TOC") < order.IndexOf("H1"));
    }

    [Fact]
    public void A_chart_writes_labels_in_place_of_values_that_are_not_told()
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = ["Bau", "IT", "Handel"],
            Series = [new("Anzahl", 12, null, 7) { Labels = [null, "<5"] }]
        });

        Conformance.Check(pdf);
        Assert.Equal(["", "12", "<5", "7"], pdf.Root.Below("TD").Select(cell => cell.Text.Trim()));
        Assert.Equal("Zahlen. Anzahl: höchster Wert 12 (Bau).", pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Alt"));
    }

    [Fact]
    public void Every_page_but_the_title_page_says_its_number()
    {
        using var pdf = TaggedPdf.Of(Samples.Report(2));

        foreach (var page in pdf.Pages.Skip(1))
            Assert.Contains($"Seite {page.Number} von {pdf.Pages.Count}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seite", pdf.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_documents_are_equal_files()
    {
        Assert.Equal(TaggedPdf.Bytes(Samples.Report(3)), TaggedPdf.Bytes(Samples.Report(3)));
    }

    [Fact]
    public async Task Many_documents_are_written_at_once()
    {
        var alone = TaggedPdf.Bytes(Samples.Report(2));

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TaggedPdf.Bytes(Samples.Report(2)))));

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }
}
