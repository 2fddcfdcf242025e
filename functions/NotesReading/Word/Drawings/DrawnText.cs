using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>The text of shapes, charts and diagrams in DrawingML (ISO/IEC 29500-1, 21.1.2).</summary>
static class DrawnText
{
    public static IEnumerable<Paragraph> Of(OpenXmlElement body) =>
        body.Where(element => element.LocalName == "p").Select(paragraph => TextRuns.Trimmed(Read(paragraph))).Where(text => text.Count > 0)
            .Select(text => new Paragraph(text));

    /// <summary>All text on one line; empty if there is none.</summary>
    public static string OnOneLine(OpenXmlElement? body) =>
        body is null ? "" : string.Join(' ', Of(body).Select(paragraph => TextRuns.Plain(paragraph.Content).Trim()));

    static List<Inline> Read(OpenXmlElement paragraph)
    {
        List<Inline> text = [];
        foreach (var element in paragraph.Seen())
        {
            switch (element.LocalName)
            {
                case "r" or "fld":
                    text.Add(new TextRun(Composed.Of(element.Child("t")?.InnerText ?? ""), StyleOf(element.Child("rPr"))));
                    break;
                case "br": text.Add(new LineBreak()); break;
            }
        }

        return TextRuns.Joined(text);
    }

    static TextStyle StyleOf(OpenXmlElement? properties) =>
        (properties.Value("b") is "1" or "true" ? TextStyle.Bold : 0) | (properties.Value("i") is "1" or "true" ? TextStyle.Italic : 0);
}
