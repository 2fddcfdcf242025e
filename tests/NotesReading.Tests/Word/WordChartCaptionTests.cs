using AccessiblePdf.Model;
using static ThaffFunctions.NotesReading.Tests.Word.ChartXml;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>A caption becomes the title of a chart; what no title can hold follows the chart.</summary>
public sealed class WordChartCaptionTests
{
    static readonly string Chart = Drawing("<c:chart r:id=\"teil\"/>").Replace("descr=", "name2=", StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_caption_is_the_title_of_a_chart_that_has_none(bool isAbove)
    {
        var caption = P("Abbildung 1: Anmeldungen", "Beschriftung");

        Assert.Equal("Abbildung 1: Anmeldungen", Assert.IsType<Chart>(Assert.Single(Read(isAbove, caption).Content.Blocks)).Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Footnotes_and_links_of_a_caption_follow_the_chart(bool isAbove)
    {
        var read = Read(isAbove, $"<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr>{R("Anmeldungen")}<w:r><w:footnoteReference "
            + $"w:id=\"1\"/></w:r>{R(" laut ")}{Field("HYPERLINK \"https://thaff.example/q\"", R("Quelle"))}</w:p>");

        Assert.Equal("Anmeldungen laut Quelle", Assert.IsType<Chart>(read.Content.Blocks[0]).Title);
        Assert.EndsWith("<p>Die Note.</p><p><a href=\"https://thaff.example/q\">Quelle</a></p>", read.Markup, StringComparison.Ordinal);
        Assert.Contains(read.Hints, hint => hint.Contains("Hier kann keine Fußnote stehen", StringComparison.Ordinal));
        Assert.Contains(read.Hints, hint => hint.Contains("Im Titel eines Diagramms kann kein Link stehen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_of_a_note_alone_leaves_the_title_as_it_is()
    {
        var read = Read(isAbove: false,
            "<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>");

        Assert.Equal("Diagramm", Assert.IsType<Chart>(read.Content.Blocks[0]).Title);
        Assert.EndsWith("<p>Die Note.</p>", read.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_captions_in_a_row_none_is_lost() =>
        Assert.Equal("<p>Eins</p><p>Zwei</p>", WordReading.Of(Of(P("Eins", "Beschriftung") + P("Zwei", "Beschriftung"))).Markup);

    static WordReading Read(bool isAbove, string caption) => WordReading.Of(Of(isAbove ? caption + Chart : Chart + caption, document =>
    {
        document.AddFootnotes(Note("Die Note."));
        Add(document, $"<c:plotArea><c:barChart>{Series("R", Quarters, Values("General", "1", "2"))}{Series("S", Quarters, Values("General", "1", "2"))}</c:barChart></c:plotArea>");
    }));
}
