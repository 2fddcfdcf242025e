using DocumentFormat.OpenXml.Packaging;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>What drawings say in words is carried over, wherever they stand.</summary>
public sealed class WordDrawingTests
{
    static readonly string Box =
        "<w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"Textfeld 1\"/><a:graphic><a:graphicData uri=\"wps\"><wps:wsp><wps:txbx>"
        + "<w:txbxContent>" + P("Im Feld")
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";

    [Fact]
    public void A_diagram_is_a_nested_list_in_the_order_of_its_points()
    {
        var read = Diagram(
            Point("0", "", "type=\"doc\"") + Point("a", "Ankommen") + Point("b", "Bleiben") + Point("c", "Wohnung") + Point("d", "")
                + Point("e", "Sprache") + Point("f", "gezeichnet", "type=\"pres\""),
            Line("0", "b", 1) + Line("0", "a", 0) + Line("a", "d", 0) + Line("d", "c", 0) + Line("b", "e", 0) + Line("e", "b", 0)
                + Line("a", "f", 0, "type=\"presOf\""));

        Assert.Equal("<ul><li>Ankommen<ul><li>Wohnung</li></ul></li><li>Bleiben<ul><li>Sprache</li></ul></li></ul>", read.Markup);
        Assert.StartsWith("Am Anfang, Absatz 1: Ein Schaubild (SmartArt) wurde als Liste übernommen. Bitte prüfen",
            Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_without_text_is_named_in_the_text_and_told()
    {
        var read = Diagram(Point("0", "", "type=\"doc\"") + Point("a", ""), Line("0", "a", 0));

        Assert.Equal("<p><em>[Schaubild (SmartArt) fehlt: Die Zahlen]</em></p>", read.Markup);
        Assert.Contains("kann nicht übernommen werden", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_deeper_than_any_list_keeps_its_text_and_takes_nothing_down()
    {
        var read = Diagram(
            Point("0", "", "type=\"doc\"")
                + string.Concat(Enumerable.Range(1, 20_000).Select(number => Point($"{number}", $"Punkt {number}."))),
            string.Concat(Enumerable.Range(0, 20_000).Select(number => Line($"{number}", $"{number + 1}", 0))));

        Assert.Contains("Punkt 9.</li><li>Punkt 10.", read.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_drawn_in_a_canvas_is_text()
    {
        const string shape = "<a:sp><a:spPr/><a:txSp><a:txBody><a:bodyPr/><a:p><a:r><a:rPr b=\"1\"/><a:t>Eingabe</a:t></a:r><a:br/><a:r>"
            + "<a:t>prüfen</a:t></a:r></a:p><a:p/></a:txBody></a:txSp></a:sp>";
        var read = WordReading.Of(
            Of(Drawing("<lc:lockedCanvas xmlns:lc=\"http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas\">"
                + $"<a:nvGrpSpPr/>{shape}<a:sp><a:spPr/></a:sp></lc:lockedCanvas>")));

        Assert.Equal("<p><strong>Eingabe</strong><br>prüfen</p>", read.Markup);
    }

    [Theory]
    [InlineData("berschrift1", "<h1 id=\"kopf\">Kopf</h1><p>Im Feld</p>")]
    [InlineData("Titel", "<p>Im Feld</p>")]
    [InlineData("HTMLVorformatiert", "<pre>Kopf</pre><p>Im Feld</p>")]
    [InlineData("Zitat", "<blockquote><p>Kopf</p><p>Im Feld</p></blockquote>")]
    [InlineData("Verzeichnis1", "<p>Im Feld</p>")]
    [InlineData("Listenabsatz", "<p>Kopf</p><p>Im Feld</p>")]
    public void A_box_fixed_to_a_paragraph_of_any_kind_is_not_lost(string style, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{R("Kopf")}{Box}</w:p>")).Markup);

    [Fact]
    public void A_heading_that_is_only_a_box_is_the_box() =>
        Assert.Equal("<p>Im Feld</p>",
            WordReading.Of(Of($"<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/><w:numPr><w:numId w:val=\"8\"/></w:numPr></w:pPr>{Box}</w:p>")).Markup);

    [Fact]
    public void What_is_missing_of_a_floating_drawing_stands_in_the_line()
    {
        var read = WordReading.Of(Of(Drawing("<c:chart r:id=\"fehlt\"/>").Replace("wp:inline", "wp:anchor", StringComparison.Ordinal)));

        Assert.Equal("<p><em>[Diagramm fehlt: Die Zahlen]</em></p>", read.Markup);
    }

    static WordReading Diagram(string points, string lines) => WordReading.Of(Of(
        Drawing("<dgm:relIds r:dm=\"teil\"/>"),
        document => document.MainDocumentPart!.AddNewPart<DiagramDataPart>("teil").DataModelRoot = new(
            "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" "
            + $"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><dgm:ptLst>{points}</dgm:ptLst>"
            + $"<dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>")));

    static string Point(string id, string text, string more = "") =>
        $"<dgm:pt modelId=\"{id}\" {more}><dgm:t>"
        + $"<a:bodyPr/>{(text.Length > 0 ? $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" : "<a:p/>")}</dgm:t></dgm:pt>";

    static string Line(string from, string to, int order,
        string more = "") => $"<dgm:cxn modelId=\"{from}-{to}\" srcId=\"{from}\" destId=\"{to}\" srcOrd=\"{order}\" {more}/>";
}
