using DocumentFormat.OpenXml.Packaging;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Charts as Word writes them.</summary>
static class ChartXml
{
    public const string Quarters =
        "<c:cat><c:strRef><c:f>A</c:f><c:strCache><c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>Frühjahr</c:v></c:pt><c:pt idx=\"1\">"
        + "<c:v>Herbst</c:v></c:pt></c:strCache></c:strRef></c:cat>";

    public static WordReading Read(string chart, string settings = "") =>
        WordReading.Of(Of(Drawing("<c:chart r:id=\"teil\"/>"), document => Add(document, chart, settings)));

    /// <summary>In a document whose text is marked as being in a language.</summary>
    public static WordReading ReadIn(string language, string chart) => WordReading.Of(Of(
        $"<w:p>{R("Text", $"<w:lang w:val=\"{language}\"/>")}</w:p>" + Drawing("<c:chart r:id=\"teil\"/>"),
        document => Add(document, chart)));

    public static void Add(WordprocessingDocument document, string chart, string settings = "") =>
        document.MainDocumentPart!.AddNewPart<ChartPart>("teil").ChartSpace =
            new("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                + $"xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">{settings}<c:chart>{chart}</c:chart></c:chartSpace>");

    public static string Title(string text) => $"<c:title><c:tx><c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>";

    public static string Series(string name, string categories, string values) =>
        $"<c:ser><c:tx><c:strRef><c:strCache><c:pt idx=\"0\"><c:v>{name}</c:v></c:pt></c:strCache></c:strRef>"
        + $"</c:tx>{categories}{values}</c:ser>";

    public static string Values(string format, params string[] values) =>
        "<c:val><c:numRef><c:numCache>"
        + $"<c:formatCode>{format}</c:formatCode>{string.Concat(values.Index().Select(value => $"<c:pt idx=\"{value.Index}\">"
        + $"<c:v>{value.Item}</c:v></c:pt>"))}</c:numCache></c:numRef></c:val>";
}
