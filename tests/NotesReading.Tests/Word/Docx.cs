using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Numbering = DocumentFormat.OpenXml.Wordprocessing.Numbering;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Writes Word files as a German Word does: its styles have English names and German ids.</summary>
static class Docx
{
    const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
        """;

    static readonly string Styles = $"""
        <w:styles {Namespaces}>
          <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
          {Heading("berschrift1", 1)}{Heading("berschrift2", 2)}{Heading("berschrift3", 3)}
          <w:style w:type="paragraph" w:styleId="Eigene"><w:name w:val="Kapitel der Agentur"/><w:basedOn w:val="berschrift2"/></w:style>
          <w:style w:type="paragraph" w:styleId="Gliederung"><w:name w:val="Gliederung"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="Seitenweise"><w:name w:val="Seitenweise"/><w:basedOn w:val="berschrift1"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>
          {Named("Nummerierte2", "Überschrift 2 nummeriert")}{Named("Randnote", "Überschriftlich 2")}
          <w:style w:type="paragraph" w:styleId="Fettdruck"><w:name w:val="Fettdruck"/><w:rPr><w:b/></w:rPr></w:style>
          {Named("Titel", "Title")}{Named("Untertitel", "Subtitle")}{Named("Zitat", "Quote", "<w:i/>")}{Named("Beschriftung", "caption", "<w:i/>")}{Named("Listenabsatz", "List Paragraph")}
          {Named("Inhaltsverzeichnisberschrift", "TOC Heading")}{Named("Verzeichnis1", "toc 1")}{Named("HTMLVorformatiert", "HTML Preformatted")}{Named("Funotentext", "footnote text")}
          <w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:aliases w:val="Q,Quelltext"/></w:style>
          <w:style w:type="paragraph" w:styleId="Aufzhlungszeichen"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="Nummer2"><w:name w:val="Nummer 2"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
          <w:style w:type="numbering" w:styleId="AgenturListe"><w:name w:val="Agenturliste"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
          <w:style w:type="table" w:styleId="Tabellenraster"><w:name w:val="Table Grid"/></w:style>
          <w:style w:type="table" w:styleId="Gitter"><w:name w:val="Grid Table 4"/><w:tblStylePr w:type="firstRow"/><w:tblStylePr w:type="firstCol"/></w:style>
          <w:style w:type="table" w:styleId="Hausgitter"><w:name w:val="Hausgitter"/><w:basedOn w:val="Gitter"/></w:style>
          <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="HTMLCode"><w:name w:val="HTML Code"/></w:style>
        </w:styles>
        """;

    /// <summary>
    /// 1: numbers of three levels. 2: bullets. 3: "TOP 1". 4: like 5, by its style. 5: letters, whose second level belongs to a style. 6:
    /// boxes. 7: like 1, begins at 5. 8: numbered headings. 9: bullets of a blank, as pandoc writes further paragraphs. 10: Roman headings,
    /// whose second level is in digits. 11: like 2, another list. 12: dashes.
    /// </summary>
    static readonly string Numberings = $"""
        <w:numbering {Namespaces}>
          <w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.", 360)}{Level(1, "lowerLetter", "%2)", 720)}{Level(2, "lowerRoman", "%3.", 1080)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="2">{Level(0, "bullet", "•", 720)}{Level(1, "bullet", "o", 1440)}{Level(2, "bullet", "▪", 2160)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="3">{Level(0, "decimal", "TOP %1:", 360)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="AgenturListe"/></w:abstractNum>
          <w:abstractNum w:abstractNumId="5"><w:styleLink w:val="AgenturListe"/>{Level(0, "upperLetter", "%1.", 360)}{Level(1, "upperRoman", "%2.", 720, "<w:pStyle w:val=\"Nummer2\"/>")}</w:abstractNum>
          <w:abstractNum w:abstractNumId="6">{Level(0, "bullet", "\uF0A8", 720)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="8">{Level(0, "decimal", "%1", 0)}{Level(1, "decimal", "%1.%2", 0)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="9">{Level(0, "bullet", " ", 720)}</w:abstractNum>
          <w:abstractNum w:abstractNumId="10">{Level(0, "upperRoman", "%1.", 0)}{Level(1, "decimalZero", "%1.%2", 0, "<w:isLgl/>")}</w:abstractNum>
          {Number(1)}{Number(2)}{Number(3)}{Number(4)}{Number(5)}{Number(6)}
          <w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
          {Number(8)}{Number(9)}{Number(10)}
          <w:num w:numId="11"><w:abstractNumId w:val="2"/></w:num>
          <w:num w:numId="12"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">{Level(0, "bullet", "–", 720)}</w:lvlOverride></w:num>
        </w:numbering>
        """;

    /// <param name="body">What stands in the body, as WordprocessingML.</param>
    /// <param name="more">Adds further parts.</param>
    public static byte[] Of(string body, Action<WordprocessingDocument>? more = null)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Styles);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(Numberings);
            more?.Invoke(document);
            main.Document = new Document($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        }

        return file.ToArray();
    }

    public static string P(string text, string? style = null, string properties = "") =>
        $"<w:p><w:pPr>{(style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>")}{properties}</w:pPr>{R(text)}</w:p>";

    /// <summary>A paragraph of a list.</summary>
    public static string Li(string text, int number, int level = 0, string more = "") =>
        P(text, "Listenabsatz", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>{more}");

    public static string R(string text,
        string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A field with its marks, as Word writes it.</summary>
    public static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>"
        + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Row(string properties,
        params string[] cells) => $"<w:tr><w:trPr>{properties}</w:trPr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>A picture in the line.</summary>
    public static string Picture(string id, string properties = "", string crop = "", string frame = "inline", string more = "") => $"""
        <w:r><w:drawing><wp:{frame}><wp:extent cx="2880360" cy="1440180"/><wp:docPr id="1" name="Grafik 1" {properties}>{more}</wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
        <pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="IMG_2044.JPG"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/>{crop}</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:{frame}></w:drawing></w:r>
        """;

    /// <summary>A paragraph with a drawing in the line, which its author described.</summary>
    public static string Drawing(string graphic) =>
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"100\" cy=\"100\"/><wp:docPr id=\"1\" name=\"Objekt\" descr=\"Die Zahlen\"/>"
        + $"<a:graphic><a:graphicData uri=\"x\">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    /// <summary>Adds the file of a picture.</summary>
    public static void AddPicture(this WordprocessingDocument document, string id, byte[] bytes, PartTypeInfo? type = null)
    {
        var part = document.MainDocumentPart!.AddImagePart(type ?? ImagePartType.Png, id);
        part.FeedData(new MemoryStream(bytes));
    }

    /// <summary>Adds footnotes 1, 2 and so on.</summary>
    public static void AddFootnotes(this WordprocessingDocument document, params string[] notes) =>
        document.MainDocumentPart!.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
            $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/>"
            + $"</w:footnote>{string.Concat(notes.Index().Select(note => $"<w:footnote w:id=\"{note.Index + 1}\">{note.Item}</w:footnote>"))}</w:footnotes>");

    public static string Note(
        string text) => $"<w:p><w:pPr><w:pStyle w:val=\"Funotentext\"/></w:pPr><w:r><w:footnoteRef/></w:r>{R($" {text}")}</w:p>";

    public static string Namespaced(string element, string content) => $"<w:{element} {Namespaces}>{content}</w:{element}>";

    static string Heading(string id, int level) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"heading {level}\"/><w:basedOn w:val=\"Standard\"/><w:pPr>"
        + $"<w:outlineLvl w:val=\"{level - 1}\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>";

    static string Named(string id, string name, string look = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Standard\"/>"
        + $"<w:rPr>{look}</w:rPr></w:style>";

    static string Level(int level, string format, string text, int indent, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/><w:pPr>"
        + $"<w:ind w:left=\"{indent}\" w:hanging=\"360\"/></w:pPr></w:lvl>";

    static string Number(int id) => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>";
}
