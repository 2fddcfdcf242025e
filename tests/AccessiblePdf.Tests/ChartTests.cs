using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What charts look like.</summary>
public sealed class ChartTests
{
    static readonly string[] Kinds = ["Handwerk", "Pflege"];

    [Fact]
    public void A_legend_takes_as_many_rows_as_its_names_need()
    {
        var names = Enumerable.Range(1, 6).Select(number => $"Region mit Namen {number}").ToList();

        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Viele",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [.. names.Select(name => new ChartSeries(name, 1, 2))]
        });

        Conformance.Check(pdf);
        var lines = pdf.Lines(pdf.Root.Below("THead").Single());
        Assert.All(names, name => Assert.Contains(lines, line => line.Text.Contains(name, StringComparison.Ordinal)));
        Assert.True(lines.Count(line => line.Text.StartsWith("Region", StringComparison.Ordinal)) > 1);
    }

    [Theory]
    [InlineData(ChartKind.Bar)]
    [InlineData(ChartKind.Line)]
    public void A_chart_of_more_series_than_its_legend_has_room_for_stays_on_its_page(ChartKind kind)
    {
        foreach (var count in new[] { 38, 45, 120 })
        {
            var chart = new Chart
            {
                Kind = kind,
                Title = "Viele",
                CategoryLabel = "Branche",
                Categories = Kinds,
                Series = [.. Enumerable.Range(1, count)
                    .Select(number => new ChartSeries($"Region {number} mit einem Namen, der eine ganze Zeile der Legende füllt, weil "
                    + "er niemals endet", 1, number))],
            };

            using var pdf = TaggedPdf.Of(chart, new Table { Header = [new("Bild", "Text")], Rows = [new(new TableCell(chart), "Zelle")] });

            foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
            Assert.All(pdf.Root.Below("Figure"), figure => Assert.Equal("", figure.Text));
            Assert.All(chart.Series, series => Assert.Equal(2, pdf.Root.Below("TH").Count(cell => cell.Text == series.Name)));
        }
    }

    [Fact]
    public void A_long_name_beside_a_bar_takes_two_lines()
    {
        const string name = "Landkreis Schmalkalden-Meiningen und Umgebung im Süden";

        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Kreise",
            CategoryLabel = "Kreis",
            Categories = [name, "Erfurt"],
            Series = [new("Anzahl", 3, 4)]
        });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.Equal(name, string.Join(' ',
            pdf.Lines(pdf.Root.Below("TH").First(cell => cell.Text.StartsWith("Land", StringComparison.Ordinal)))
                .Select(line => line.Text.Trim())));
    }

    [Fact]
    public void The_longest_bar_fills_the_width()
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [new("Anzahl", 12, 6)]
        });

        Assert.True(pdf.Lines(pdf.Root.Below("TBody").Single()).Max(line => line.Right) > pdf.Pages[0].Width - 72 - 10);
    }

    [Fact]
    public void Numbers_of_a_series_have_equal_decimals_and_a_true_minus()
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Kind = ChartKind.Line,
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [new("Saldo", -12, 6.5), new("Stück", 1200, 3)],
            Unit = " €"
        });

        Assert.Equal(["−12,0 €", "1.200 €", "6,5 €", "3 €"], pdf.Root.Below("TD").Select(cell => cell.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_chart_that_nobody_described_is_summed_up(string? alternativeText)
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [new("Anzahl", 12, 6), new("Gleich", 3, 3), new("Fehlt", null, null)],
            AlternativeText = alternativeText
        });

        Conformance.Check(pdf);
        Assert.Equal("Zahlen. Anzahl: höchster Wert 12 (Handwerk); niedrigster Wert 6 (Pflege); Gleich: alle Werte 3; Fehlt: –.",
            AlternativeOf(pdf));
    }

    [Fact]
    public void A_chart_in_another_language_is_summed_up_in_its_words()
    {
        using var pdf = TaggedPdf.Of(Samples.Of(new Chart
        {
            Title = "Numbers",
            CategoryLabel = "Sector",
            Categories = ["Crafts", "Care, nursing"],
            Series = [new("Persons", 1200.5, 6)],
        }) with
        { Language = "en-GB" });

        Assert.Equal("Numbers. Persons: highest value 1,200.5 (Crafts); lowest value 6.0 (Care, nursing).", AlternativeOf(pdf));
    }

    [Fact]
    public void Bars_that_show_all_numbers_have_no_table_below_and_their_words_are_its_cells()
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [new("2025", 12, 6), new("2026", 1400, null)],
        });

        Conformance.Check(pdf);
        Assert.Equal(["Figure", "Table"], pdf.Root.Below("Div").Single().Kids.Select(kid => kid.Role));
        Assert.Equal(["", "2025", "2026", "Handwerk", "12", "1.400", "Pflege", "6", "–"],
            pdf.Root.Below("TR").SelectMany(row => row.Kids).Select(cell => cell.Text));
        Assert.Equal("Zahlen", pdf.Root.Below("Caption").Single().Text);
        Assert.Equal("", pdf.Root.Below("Figure").Single().Text);
        Assert.Equal(1, pdf.Pages.Sum(page => page.Text.Split("Handwerk").Length - 1));
    }

    [Theory]
    [InlineData(ChartKind.Line, 2, "Pflege")]
    [InlineData(ChartKind.Bar, 60, "Pflege")]
    [InlineData(ChartKind.Bar, 2, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller")]
    public void A_chart_that_cannot_show_all_has_its_table_below(ChartKind kind, int count, string name)
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Kind = kind,
            Title = "Anzahl",
            CategoryLabel = "Branche",
            Categories = [.. Enumerable.Range(1, count).Select(number => $"{name}{number}")],
            Series = [new("Anzahl", [.. Enumerable.Range(1, count).Select(number => (double?)number)])],
        });

        Conformance.Check(pdf);
        Assert.Equal("Branche", pdf.Root.Below("TH").First().Text);
        Assert.Equal(count, pdf.Root.Below("TD").Count());
        // the drawing has words too, which nobody is to hear a second time
        Assert.Equal("", pdf.Root.Below("Figure").Single().Text);
        Assert.True(pdf.Pages.Sum(page => page.Letters.Count(letter => letter.Value == "1"))
            > pdf.Root.All.Where(node => node.Kids.Count == 0).Sum(node => node.Text.Count(letter => letter == '1')));
    }

    static string? AlternativeOf(TaggedPdf pdf) => pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Alt");
}
