using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What tables look like.</summary>
public sealed class TableLookTests
{
    [Fact]
    public void The_number_of_a_note_stands_on_the_line_of_its_word()
    {
        var text = string.Join(' ', Enumerable.Repeat("Wort", 60));

        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Wer", "Was")],
            Rows = [.. Enumerable.Range(1, 12).Select(row => new TableRow(
                new TableCell(new Paragraph($"Betrieb {row}", new Footnote(new Paragraph("Anmerkung")))), text))],
        });

        Assert.All(pdf.Root.Below("TD").Where(cell => cell.Text.StartsWith("Betrieb", StringComparison.Ordinal)),
            cell => Assert.True(pdf.Lines(cell)[0].Baseline - pdf.Lines(cell)[^1].Baseline < 8, cell.Text));
    }

    [Fact]
    public void A_number_stands_near_the_name_it_belongs_to()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Branche", "Teilnehmende")],
            Rows = [new("Handwerk", "12"), new("Gesundheit und Soziales", "9")],
            Columns = [Alignment.Start, Alignment.End]
        });

        var cells = pdf.Root.Below("TD").Select(cell => pdf.Lines(cell)[0]).ToList();
        Assert.InRange(cells[3].Right - cells[2].Right, 10, 180);
    }

    [Fact]
    public void A_table_of_much_text_fills_the_width()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Frage", "Antwort")],
            Rows = [new("Was?", Samples.Text(0)), new("Wie?", Samples.Text(1))]
        });

        Assert.True(pdf.Root.Below("TD").SelectMany(cell => pdf.Lines(cell)).Max(line => line.Right) > pdf.Pages[0].Width - 110);
    }

    [Fact]
    public void Columns_that_lack_little_are_not_broken_for_those_that_lack_much()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Nr.", "Maßnahme", "Zuständig", "Frist", "Kosten")],
            Rows = [.. Enumerable.Range(1, 4)
                .Select(row => new TableRow($"{row}", Samples.Text(row), "Landratsamt Schmalkalden-Meiningen", "nächstes Quartal",
                "12.500 € je Jahr"))],
        });

        foreach (var row in pdf.Root.Below("TR").Skip(1))
            Assert.Equal([1, 1, 1], new[] { 0, 3, 4 }.Select(column => pdf.Lines(row.Kids[column]).Count));
    }

    [Fact]
    public void Cells_of_a_header_stand_on_its_lower_edge()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Weg", new TableCell(new Paragraph("Dauer", new LineBreak(), "in Wochen")))],
            Rows = [new("kurz", "3")]
        });

        var (first, second) = (pdf.Lines(pdf.Root.Below("TH").First()), pdf.Lines(pdf.Root.Below("TH").Last()));
        Assert.Equal(first[0].Baseline, second[1].Baseline);
    }

    [Fact]
    public void Rules_between_rows_of_a_header_lie_over_its_ground()
    {
        using var pdf = TaggedPdf.Of(HardCases.SpanningTable(1));

        // after the page's own rule: seven grounds and as many rules
        var heights = pdf.Pages[0].Paths.Select(path => path.GetBoundingRectangle()!.Value.Height).Skip(1).Take(14).ToList();
        Assert.All(heights.Take(7), height => Assert.True(height > 10));
        Assert.All(heights.Skip(7), height => Assert.True(height < 2));
    }

    [Fact]
    public void What_belongs_together_is_not_parted_in_a_narrow_column()
    {
        using var pdf = TaggedPdf.Of(new Table
        {
            Header = [new("Text", "Betrag", "Frist", "Beleg")],
            Rows = [new(string.Join(' ', Enumerable.Range(0, 12).Select(Samples.Text)), "1.234.567 €", "31. Dezember", "12/2026")]
        });

        var lines = pdf.Root.Below("TD").Skip(1).Select(cell => pdf.Lines(cell).Count);
        Assert.Equal([1, 1, 1], lines);
    }
}
