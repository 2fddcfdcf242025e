using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>
/// Tells tables that only place their content from tables of data. Their content is read as if it stood outside, row by row.
/// </summary>
static class LayoutTable
{
    /// <param name="table">The element of the table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="styles">The styles of the document.</param>
    public static bool Is(OpenXmlElement table, IReadOnlyList<OpenXmlElement> rows, WordStyles styles)
    {
        if (rows.Count == 1) return true;

        var hasHeader = rows.Any(row => row.Child("trPr").Switch("tblHeader") == true);
        List<List<OpenXmlElement>> filled = [.. rows.Select(row => WordTableReader.CellsOf(row).Where(HasContent).ToList())];
        if (hasHeader) return filled[0].Exists(HoldsTable); // no header has a table inside

        return filled.Count(row => row.Count > 0) == 1 || rows.All(row => WordTableReader.CellsOf(row).Count() <= 1)
            || filled.Exists(row => row.Exists(HoldsTable))
            || filled.TrueForAll(row => row.TrueForAll(HoldsPicture)) && filled.Exists(row => row.Count > 0)
            || IsWithoutLines(table) && filled.Exists(row => row.Exists(cell => HoldsHeading(cell, styles)));
    }

    static bool HasContent(OpenXmlElement cell) =>
        !AcceptedView.IsPlaceholderCell(cell)
        && cell.Descendants().Any(element => element.LocalName is "sym" or "drawing" or "pict" or "object" or "oMath" or "tbl"
            || element.LocalName == "t" && !string.IsNullOrWhiteSpace(element.InnerText));

    static bool HoldsTable(OpenXmlElement cell) => cell.Below("tbl") is not null;

    static bool HoldsPicture(OpenXmlElement cell) =>
        cell.Descendants().Any(element => element.LocalName is "drawing" or "pict" or "object");

    static bool HoldsHeading(OpenXmlElement cell, WordStyles styles) => cell.Descendants()
        .Any(element => element.LocalName == "p" && HasContent(element) && styles.Of(element).Kind is StyleKind.Heading or StyleKind.Title);

    static bool IsWithoutLines(OpenXmlElement table)
    {
        var properties = table.Child("tblPr");
        return properties.Child("tblStyle") is null
            && (properties.Child("tblBorders")?.All(line => line.Value() is "nil" or "none") ?? true);
    }
}
