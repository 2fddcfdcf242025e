using AccessiblePdf.Model;
using static ThaffFunctions.NotesReading.Tests.Word.ChartXml;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Charts that Word drew come as what they show: drawn anew, or as a table of their numbers.</summary>
public sealed class WordChartTests
{
    [Theory]
    [InlineData("barChart", ChartKind.Bar)]
    [InlineData("bar3DChart", ChartKind.Bar)]
    [InlineData("pieChart", ChartKind.Bar)]
    [InlineData("doughnutChart", ChartKind.Bar)]
    [InlineData("lineChart", ChartKind.Line)]
    [InlineData("areaChart", ChartKind.Line)]
    public void Bars_slices_lines_and_areas_are_drawn_anew(string plot, ChartKind kind)
    {
        var read = Read($"{Title("Anmeldungen")}<c:plotArea>"
            + $"<c:{plot}>{Series("Handwerk", Quarters, Values("General", "12", "7.5"))}{Series("Pflege", Quarters, Values("General", "1234.25"))}</c:{plot}><c:catAx>{Title("Jahreszeit")}</c:catAx><c:valAx>{Title("Personen")}</c:valAx></c:plotArea>");

        var chart = Assert.IsType<Chart>(Assert.Single(read.Content.Blocks));
        Assert.Equal((kind, "Anmeldungen (Personen)", "Jahreszeit"), (chart.Kind, chart.Title, chart.CategoryLabel));
        Assert.Equal("Die Zahlen", chart.AlternativeText);
        Assert.Equal(["Frühjahr", "Herbst"], chart.Categories);
        Assert.Equal([12, 7.5], chart.Series[0].Values);
        Assert.Equal(["1.234,25", "–"], chart.Series[1].Labels);
        Assert.Equal("Am Anfang, Absatz 1: Das Diagramm „Anmeldungen (Personen)“ wurde nach seinen Zahlen neu gezeichnet. Bitte prüfen, "
            + "ob es sagt, was gemeint ist; sonst als Bild (PNG) mit Alternativtext einfügen.", Assert.Single(read.Hints));
        Assert.Contains("<caption>Anmeldungen (Personen)</caption><thead><tr><th scope=\"col\">Jahreszeit</th><th scope=\"col\" "
            + "class=\"end\">Handwerk</th><th scope=\"col\" class=\"end\">Pflege</th></tr></thead>", read.Markup, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Frühjahr</th><td class=\"end\">12</td><td class=\"end\">1.234,25</td>", read.Markup,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "1,234.25", "5 Oct 2026", "Category, Value")]
    [InlineData("fr-FR", "1\u202F234,25", "5 oct. 2026", "Category, Value")]
    [InlineData("de-AT", "1.234,25", "5.10.2026", "Kategorie, Wert")]
    public void A_chart_speaks_the_language_of_its_document(string language, string number, string date, string names)
    {
        const string day = "<c:cat><c:numRef><c:numCache><c:formatCode>d/m/yyyy</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:cat>";

        var chart = ReadIn(language, $"<c:plotArea><c:barChart>{Series("", day, Values("General", "1234.25"))}</c:barChart></c:plotArea>")
            .Content.Blocks.OfType<Chart>().Single();

        Assert.Equal((number, date), (chart.Series[0].Labels[0], chart.Categories[0]));
        Assert.Equal(names, $"{chart.CategoryLabel}, {chart.Series[0].Name}");
    }

    [Theory]
    [InlineData("radarChart", "")]
    [InlineData("barChart", "<c:lineChart/>")]
    public void What_is_drawn_in_another_way_is_a_table_of_its_numbers(string plot, string more)
    {
        var read = Read($"{Title("Stärken")}<c:plotArea>"
            + $"<c:{plot}>{Series("Betriebe", Quarters, Values("0%", "0.25", "1"))}</c:{plot}>{more}</c:plotArea>");

        Assert.Contains("<caption>Stärken</caption>", read.Markup, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Frühjahr</th><td class=\"end\">25\u00A0%</td>",
            read.Markup.Replace("&#xA0;", "\u00A0", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("als Tabelle seiner Zahlen übernommen", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_bubbles_are_a_table_with_a_row_for_each()
    {
        const string x = "<c:xVal><c:numRef><c:numCache><c:formatCode>General</c:formatCode><c:pt idx=\"0\"><c:v>1.5</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:xVal>";
        const string y = "<c:yVal><c:numRef><c:numCache><c:formatCode>General</c:formatCode><c:pt idx=\"0\"><c:v>3</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:yVal>";
        const string size = "<c:bubbleSize><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>8</c:v></c:pt></c:numCache></c:numRef></c:bubbleSize>";
        var read = Read($"<c:plotArea><c:bubbleChart>{Series("A", x, y + size)}{Series("B", x, y)}</c:bubbleChart><c:valAx><c:axPos "
            + $"val=\"l\"/>{Title("Dauer")}</c:valAx><c:valAx><c:axPos val=\"b\"/>{Title("Alter")}</c:valAx></c:plotArea>");

        Assert.Contains("<th scope=\"col\">Reihe</th><th scope=\"col\">Alter</th><th scope=\"col\">Dauer</th><th scope=\"col\">Größe</th>",
            read.Markup, StringComparison.Ordinal);
        Assert.Contains("<tr><td>A</td><td>1,5</td><td>3</td><td>8</td></tr><tr><td>B</td><td>1,5</td><td>3</td><td>–</td></tr>",
            read.Markup, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Names => new()
    {
        { "<c:cat><c:numRef><c:numCache><c:formatCode>m/d/yyyy</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache>"
            + "</c:numRef></c:cat>", "0.00", "5.10.2026: 2,00" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>mmm yy</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache>"
            + "</c:numRef></c:cat>", "#,##0", "Oktober 2026: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>General</c:formatCode><c:pt idx=\"0\"><c:v>1</c:v></c:pt></c:numCache></c:numRef>"
            + "</c:cat>", "0.0%", "1: 200,0\u00A0%" },
        { "<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:lvl><c:pt idx=\"0\"><c:v>Q1</c:v></c:pt></c:lvl><c:lvl><c:pt idx=\"0\">"
            + "<c:v>2026</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>", "General", "2026 – Q1: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>[$-407]mmm\\ yy;@</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:cat>", "General", "Oktober 2026: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>[$-407]d/\\ mmmm\\ yyyy;@</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:cat>", "General", "5.10.2026: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy</c:formatCode><c:pt idx=\"0\">"
            + "<c:v>46300</c:v></c:pt></c:numCache></c:numRef></c:cat>", "General", "5.10.2026: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>[$-407]mmmm;@</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache>"
            + "</c:numRef></c:cat>", "General", "Oktober: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>ddd</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache></c:numRef>"
            + "</c:cat>", "General", "Montag: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>d</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache></c:numRef>"
            + "</c:cat>", "General", "5: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>[h]:mm</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt></c:numCache>"
            + "</c:numRef></c:cat>", "General", "46.300: 2" },
        { "<c:cat><c:numRef><c:numCache><c:formatCode>0\" Mai 20\"</c:formatCode><c:pt idx=\"0\"><c:v>5</c:v></c:pt></c:numCache>"
            + "</c:numRef></c:cat>", "#,##0.00\\ [$€-407]", "5: 2,00" },
        { "", "General", "1: 2" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_numbers_are_written_as_their_format_means(string categories, string format, string expected)
    {
        var chart = Assert.IsType<Chart>(
            Read($"<c:plotArea><c:barChart>{Series("", categories, Values(format, "2"))}</c:barChart></c:plotArea>").Content.Blocks[0]);

        Assert.Equal(expected, $"{chart.Categories[0]}: {chart.Series[0].Labels[0]}");
        Assert.Equal(("Die Zahlen", "Wert"), (chart.Title, chart.Series[0].Name));
    }

    [Theory]
    [InlineData("<c:date1904 val=\"1\"/>", "6.10.2030")]
    [InlineData("<c:date1904/>", "6.10.2030")]
    [InlineData("<c:date1904 val=\"0\"/>", "5.10.2026")]
    public void Days_are_counted_from_the_year_that_the_workbook_says(string settings, string expected)
    {
        const string day = "<c:cat><c:numRef><c:numCache><c:formatCode>dd/mm/yyyy</c:formatCode><c:pt idx=\"0\"><c:v>46300</c:v></c:pt>"
            + "</c:numCache></c:numRef></c:cat>";
        var read = Read($"<c:plotArea><c:barChart>{Series("R", day, Values("0", "1"))}</c:barChart></c:plotArea>", settings);

        Assert.Equal(expected, Assert.IsType<Chart>(Assert.Single(read.Content.Blocks)).Categories[0]);
    }

    [Theory]
    [InlineData("<c:plotArea/>")]
    [InlineData("<c:plotArea><c:barChart><c:ser/></c:barChart></c:plotArea>")]
    [InlineData("<c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:numCache><c:pt idx=\"5000\"><c:v>1</c:v></c:pt></c:numCache>"
        + "</c:numRef></c:val></c:ser></c:barChart></c:plotArea>")]
    [InlineData("<c:plotArea><c:barChart><c:ser><c:val><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>NaN</c:v></c:pt><c:pt idx=\"-1\">"
        + "<c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea>")]
    public void A_chart_without_values_or_with_too_many_is_named_in_the_text_and_told(string plotArea)
    {
        var read = Read(plotArea);

        Assert.Equal("<p><em>[Diagramm fehlt: Die Zahlen]</em></p>", read.Markup);
        Assert.Contains("Ein Diagramm kann nicht übernommen werden", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_cell_a_chart_is_its_table()
    {
        var chart = Drawing("<c:chart r:id=\"teil\"/>");
        var read = WordReading.Of(Of(
            Table(Row("<w:tblHeader/>", Cell("A"), Cell("B")), Row("", $"<w:tc>{chart}</w:tc>", Cell("2"))),
            document => Add(document, $"{Title("Klein")}<c:plotArea>"
                + $"<c:barChart>{Series("R", Quarters, Values("General", "1", "2"))}</c:barChart></c:plotArea>")));

        var cell = Assert.IsType<Table>(Assert.Single(read.Content.Blocks)).Rows[0].Cells[0];
        Assert.IsType<Table>(Assert.Single(cell.Content));
    }
}
