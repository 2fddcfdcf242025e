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
        var lines = pdf.Lines(pdf.Root.Below("Figure").Single());
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
            Assert.All(pdf.Root.Below("Figure"),
                figure => Assert.StartsWith("Region 1 mit", pdf.Lines(figure)[0].Text, StringComparison.Ordinal));
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
            pdf.Lines(pdf.Root.Below("Figure").Single()).Select(line => line.Text).Where(text => char.IsLetter(text[0])).Take(2)));
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

        Assert.True(pdf.Lines(pdf.Root.Below("Figure").Single()).Max(line => line.Right) > pdf.Pages[0].Width - 72 - 10);
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
    public void A_chart_that_nobody_described_tells_its_numbers(string? alternativeText)
    {
        using var pdf = TaggedPdf.Of(new Chart
        {
            Title = "Zahlen",
            CategoryLabel = "Branche",
            Categories = Kinds,
            Series = [new("Anzahl", 12, 6)],
            AlternativeText = alternativeText
        });

        Conformance.Check(pdf);
        Assert.Equal("Zahlen. Anzahl: Handwerk 12, Pflege 6.", pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Alt"));
    }
}
