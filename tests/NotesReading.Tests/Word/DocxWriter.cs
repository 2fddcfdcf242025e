using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Writes a document model as Word would, so that it can be read back.</summary>
sealed class DocxWriter
{
    readonly StringBuilder body = new();
    readonly List<string> numbers = [];
    readonly List<string> notes = [];
    readonly List<Uri> links = [];
    int lists;

    public static byte[] Write(IEnumerable<Block> blocks)
    {
        var writer = new DocxWriter();
        foreach (var block in blocks) writer.Write(block, "");
        return Docx.Of(writer.body.ToString(), document =>
        {
            var main = document.MainDocumentPart!;
            main.NumberingDefinitionsPart!.Numbering = new(Docx.Namespaced("numbering", Definitions() + string.Concat(writer.numbers)));
            if (writer.notes.Count > 0) document.AddFootnotes([.. writer.notes]);
            foreach (var (index, link) in writer.links.Index()) main.AddHyperlinkRelationship(link, true, $"link{index}");
        });
    }

    void Write(Block block, string properties)
    {
        switch (block)
        {
            case Heading heading:
                Paragraph(heading.Content, $"<w:pStyle w:val=\"berschrift{heading.Level}\"/>");
                break;
            case Paragraph paragraph:
                Paragraph(paragraph.Content, properties);
                break;
            case BulletList list:
                Write(list.Items, 10, 1, 0);
                break;
            case NumberedList list:
                Write(list.Items, 11 + (int)list.Numbering, list.Start, 0);
                break;
            case BlockQuote quote:
                foreach (var inner in quote.Content) Write(inner, "<w:pStyle w:val=\"Zitat\"/>");
                break;
            case CodeBlock code:
                foreach (var line in code.Text.Split('\n')) Paragraph([line], "<w:pStyle w:val=\"HTMLVorformatiert\"/>");
                break;
            case Table table:
                Add("<w:tbl><w:tblPr/><w:tblGrid/>");
                foreach (var row in table.Header) Write(row, "<w:tblHeader/>");
                foreach (var row in table.Rows) Write(row, "");
                Add("</w:tbl>");
                break;
        }
    }

    void Write(TableRow row, string properties)
    {
        Add($"<w:tr><w:trPr>{properties}</w:trPr>");
        foreach (var cell in row.Cells)
        {
            Add("<w:tc><w:tcPr/>");
            foreach (var block in cell.Content) Write(block, "");
            Add("</w:tc>");
        }

        Add("</w:tr>");
    }

    void Write(IEnumerable<ListItem> items, int definition, int start, int level)
    {
        var id = 100 + lists++;
        numbers.Add($"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/><w:lvlOverride w:ilvl=\"{level}\">"
            + $"<w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>");
        foreach (var item in items)
        {
            foreach (var block in item.Content)
            {
                switch (block)
                {
                    case BulletList list: Write(list.Items, 10, 1, level + 1); break;
                    case NumberedList list: Write(list.Items, 11 + (int)list.Numbering, list.Start, level + 1); break;
                    default:
                        Write(block, $"<w:pStyle w:val=\"Listenabsatz\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId "
                        + $"w:val=\"{id}\"/></w:numPr>"); break;
                }
            }
        }
    }

    void Paragraph(IEnumerable<Inline> content, string properties) =>
        Add($"<w:p><w:pPr>{properties}</w:pPr>{string.Concat(content.Select(Of))}</w:p>");

    void Add(string xml) => body.Append(xml);

    string Of(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                return Docx.R(run.Text, CharacterFormat(run.Style));
            case Link link:
                links.Add(link.Target);
                return $"<w:hyperlink r:id=\"link{links.Count - 1}\">{string.Concat(link.Content.Select(Of))}</w:hyperlink>";
            case Footnote note:
                notes.Add(string.Concat(note.Content.OfType<Paragraph>()
                    .Select(paragraph => $"<w:p><w:r><w:footnoteRef/></w:r>{string.Concat(paragraph.Content.Select(Of))}</w:p>")));
                return $"<w:r><w:footnoteReference w:id=\"{notes.Count}\"/></w:r>";
            default:
                return "<w:r><w:br/></w:r>";
        }
    }

    static string CharacterFormat(TextStyle style) =>
        (style.HasFlag(TextStyle.Code) ? "<w:rStyle w:val=\"HTMLCode\"/>" : "") + (style.HasFlag(TextStyle.Bold) ? "<w:b/>" : "")
            + (style.HasFlag(TextStyle.Italic) ? "<w:i/>" : "")
        + (style.HasFlag(TextStyle.Strikethrough) ? "<w:strike/>" : "")
        + (style.HasFlag(TextStyle.Underline) ? "<w:u w:val=\"single\"/>" : "")
        + (style.HasFlag(TextStyle.Subscript) ? "<w:vertAlign w:val=\"subscript\"/>"
        : style.HasFlag(TextStyle.Superscript) ? "<w:vertAlign w:val=\"superscript\"/>" : "");

    /// <summary>10: bullets; 11 to 15: the numberings in the order of the model.</summary>
    static string Definitions() =>
        string.Concat(new[] { "bullet", "decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman" }.Index().Select(format =>
        $"<w:abstractNum w:abstractNumId=\"{10 + format.Index}\">{string.Concat(Enumerable.Range(0, 9).Select(level =>
            $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format.Item}\"/><w:lvlText "
            + $"w:val=\"{(format.Index == 0 ? "•" : $"%{level + 1}.")}\"/><w:pPr><w:ind w:left=\"{360 * (level + 1)}\"/></w:pPr></w:lvl>"))}</w:abstractNum>"));
}
