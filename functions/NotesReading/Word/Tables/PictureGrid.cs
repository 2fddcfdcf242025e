using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>
/// Tells tables that set pictures beside each other with a caption beneath each: rows of pictures, each followed by a row of short texts in
/// the same columns.
/// </summary>
static class PictureGrid
{
    /// <summary>A longer text is more than a caption.</summary>
    const int LongestCaption = 200;

    /// <summary>Each picture's cell with the cell beneath it; empty if the table is no such grid.</summary>
    public static IReadOnlyList<(OpenXmlElement Picture, OpenXmlElement Caption)> Of(IReadOnlyList<OpenXmlElement> rows)
    {
        List<(OpenXmlElement, OpenXmlElement)> pairs = [];
        if (rows.Count % 2 == 1 || rows.Any(row => row.Child("trPr").Switch("tblHeader") == true)) return [];

        for (var row = 0; row < rows.Count; row += 2)
        {
            OpenXmlElement[] above = [.. WordTableReader.CellsOf(rows[row])], below = [.. WordTableReader.CellsOf(rows[row + 1])];
            if (above.Length < 2 || above.Length != below.Length || above.Concat(below).Any(IsMerged)) return [];

            foreach (var (picture, caption) in above.Zip(below))
            {
                if (IsEmpty(picture) && IsEmpty(caption)) continue; // the last row may be shorter
                if (!HoldsOnlyPicture(picture) || !HoldsOnlyText(caption)) return [];

                pairs.Add((picture, caption));
            }
        }

        return pairs;
    }

    static bool IsMerged(OpenXmlElement cell) => cell.Child("tcPr") is { } properties
        && (properties.Child("gridSpan") is not null || properties.Child("vMerge") is not null || properties.Child("hMerge") is not null);

    static bool IsEmpty(OpenXmlElement cell) => !HasText(cell) && !HasDrawing(cell);

    static bool HoldsOnlyPicture(OpenXmlElement cell) => !HasText(cell)
        && cell.Descendants().Count(element => element.LocalName == "pic" || element.LocalName == "imagedata") == 1;

    static bool HoldsOnlyText(OpenXmlElement cell) => !HasDrawing(cell) && cell.Below("tbl") is null && HasText(cell)
        && cell.Elements().Count(element => element.LocalName == "p" && HasText(element)) == 1
        && cell.InnerText.Length <= LongestCaption;

    static bool HasText(OpenXmlElement element) =>
        element.Descendants().Any(inner => inner.LocalName == "t" && !string.IsNullOrWhiteSpace(inner.InnerText));

    static bool HasDrawing(OpenXmlElement cell) => cell.Descendants().Any(element => element.LocalName is "drawing" or "pict" or "object");
}
