using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>Columns that are typed with tabs or spaces.</summary>
public sealed class TypedColumnTests
{
    [Theory]
    [InlineData("Kurs\tBeginn\tOrt;B1\t12.01.\tErfurt;C1 Pflege\t\t16.02.\tGera", "head Kurs|Beginn|Ort;B1|12.01.|Erfurt;C1 Pflege|16.02.|Gera")]
    [InlineData("Name     Telefon    Zimmer;Müller     1234    12;Schulz     5678   14", "head Name|Telefon|Zimmer;Müller|1234|12;Schulz|5678|14")]
    [InlineData("Bau\t1\t2;Pflege\t3\t4;Handel\t5\t6", "rows Bau|1|2;Pflege|3|4;Handel|5|6")]
    [InlineData("1\t2\t3;4\t5\t6;7\t8\t9", "none 1|2|3;4|5|6;7|8|9")]
    public void Lines_of_the_same_cells_are_a_table_and_staff_are_told(string lines, string expected)
    {
        var remarks = new Remarks();
        Block text = new Paragraph("Text");
        Paragraph[] apart = [.. lines.Split(';').Select(line => new Paragraph(line))];
        var together = new Paragraph([.. lines.Split(';')
            .SelectMany((line, at) => at == 0 ? new Inline[] { line } : [new LineBreak(), line])]);

        Assert.Equal(["Text", expected, "Text"], TypedColumns.Found([text, .. apart, text], remarks).Select(Shown));
        Assert.Equal([expected], TypedColumns.Found([together], remarks).Select(Shown));
        Assert.Contains("daraus wurde eine Tabelle", remarks.Hints[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sprachkurs\t120 €;Prüfung\t85 €;Summe\t205 €", 1)]
    [InlineData("Kurs\tBeginn\tOrt;B1\t12.01.;C1\t16.02.\tGera", 1)]
    [InlineData("Ort:\tErfurt;Zeit:\t10 Uhr;Raum:\t12", 0)]
    [InlineData("Kurs\tBeginn\tOrt;B1\t12.01.\tErfurt", 0)]
    [InlineData("\teins;\tzwei;\tdrei", 0)]
    [InlineData("eins  zwei;drei  vier;fünf  sechs", 0)]
    public void Others_stay_lines_with_a_hint_where_they_have_columns(string lines, int hints)
    {
        var remarks = new Remarks();
        Block[] written = [.. lines.Split(';').Select(line => new Paragraph(line))];

        Assert.Equal(written, TypedColumns.Found(written, remarks));
        Assert.Equal(hints, remarks.Hints.Count);
    }

    [Fact]
    public void A_table_ends_where_a_line_has_other_columns()
    {
        string[] lines = ["Name\tTelefon\tZimmer", "Müller\t1234\t12", "Schulz\t5678\t14", "Erfurt,\tden 3. 11. 2026"];

        Assert.Equal(["head Name|Telefon|Zimmer;Müller|1234|12;Schulz|5678|14", lines[3]],
            TypedColumns.Found([.. lines.Select(line => new Paragraph(line))], new()).Select(Shown));
    }

    [Fact]
    public void Cells_keep_their_styles_and_the_table_the_anchor()
    {
        static Paragraph Line(string name) => new(new TextRun(name, TextStyle.Bold), "\t1\t2");

        var table = Assert.IsType<Table>(Assert.Single(TypedColumns.Found([Line("a") with { Anchor = "a" }, Line("b"), Line("c")], new())));

        Assert.Equal("a", table.Anchor);
        Assert.All(table.Rows, row => Assert.True(TextRuns.IsBold(((Paragraph)row.Cells[0].Content[0]).Content)));
    }

    static string Shown(Block block) => block is not Table table ? TextRuns.Plain(((Paragraph)block).Content)
        : (table.Header.Count > 0 ? "head " : table.HasNoHeader ? "none " : "rows ") + string.Join(';', table.Header.Concat(table.Rows)
            .Select(row => string.Join('|', row.Cells.Select(cell => TextRuns.Plain(((Paragraph)cell.Content[0]).Content)))));
}
