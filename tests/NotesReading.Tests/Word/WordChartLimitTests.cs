using AccessiblePdf.Model;
using static ThaffFunctions.NotesReading.Tests.Word.ChartXml;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Charts that are too much to be drawn.</summary>
public sealed class WordChartLimitTests
{
    [Theory]
    [InlineData(6, typeof(Chart))]
    [InlineData(7, typeof(Table))]
    public void More_series_than_there_are_colours_are_a_table(int series, Type expected)
    {
        var all = string.Concat(Enumerable.Range(1, series).Select(number => Series($"R{number}", Quarters, Values("0", "1", "2"))));

        Assert.IsType(expected, Assert.Single(Read($"<c:plotArea><c:barChart>{all}</c:barChart></c:plotArea>").Content.Blocks));
    }

    [Theory]
    [InlineData("1e16")]
    [InlineData("-1e16")]
    [InlineData("1e400")]
    public void A_value_that_cannot_be_drawn_is_none(string value)
    {
        var read = Read($"<c:plotArea><c:barChart>{Series("R", Quarters, Values("0", value, "1000000000000000"))}</c:barChart></c:plotArea>");

        var chart = Assert.IsType<Chart>(Assert.Single(read.Content.Blocks));
        Assert.Equal([null, 1e15], chart.Series[0].Values);
        Assert.Equal(["–", "1.000.000.000.000.000"], chart.Series[0].Labels);
    }

    [Fact]
    public void Categories_of_many_levels_are_counted_before_their_names_are_joined()
    {
        var points = string.Concat(Enumerable.Range(0, 50_000).Select(index => $"<c:pt idx=\"{index}\"><c:v>N</c:v></c:pt>"));
        var outer = $"<c:lvl><c:pt idx=\"0\"><c:v>{new string('x', 20_000)}</c:v></c:pt></c:lvl>";
        var names = $"<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:lvl>{points}</c:lvl>"
            + $"<c:lvl>{points}</c:lvl>{outer}</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>";

        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Read($"<c:plotArea><c:barChart>{Series("R", names, Values("0", "1"))}</c:barChart></c:plotArea>");

        Assert.Equal("<p><em>[Diagramm fehlt: Die Zahlen]</em></p>", read.Markup);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000_000); // joined, the names alone would be two
    }
}
