using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>
/// Tells tables that only place their content from tables of data. Their content is read as if it stood outside, row by row.
/// </summary>
static partial class LayoutTable
{
    /// <param name="table">The element of the table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="styles">The styles of the document.</param>
    /// <param name="above">What stands above the table; null for nothing, or for what belongs to a table above it.</param>
    public static bool Is(OpenXmlElement table, IReadOnlyList<OpenXmlElement> rows, WordStyles styles, OpenXmlElement? above)
    {
        List<List<OpenXmlElement>> filled = [.. rows.Select(row => WordTableReader.CellsOf(row).Where(HasContent).ToList())];
        if (filled.Exists(row => row.Count > 1) && IsCaptioned(table, above, styles)) return false;
        if (filled.TrueForAll(row => row.Count == 0)) return false;
        if (rows.Count == 1) return true;

        var hasHeader = rows.Any(row => row.Child("trPr").Switch("tblHeader") == true);
        if (hasHeader) return filled[0].Exists(HoldsTable); // no header has a table inside

        return filled.Count(row => row.Count > 0) == 1 || rows.All(row => WordTableReader.CellsOf(row).Count() <= 1)
            || filled.Exists(row => row.Exists(HoldsTable))
            || filled.TrueForAll(row => row.TrueForAll(HoldsPicture)) && filled.Exists(row => row.Count > 0)
            || IsWithoutLines(table) && filled.Exists(row => row.Exists(cell => HoldsHeading(cell, styles)));
    }

    /// <summary>Whether its author named it as a table; a caption between two tables is that of the other one.</summary>
    static bool IsCaptioned(OpenXmlElement table, OpenXmlElement? above, WordStyles styles) =>
        above is not null && NamesTable(above, styles)
            || table.NextSibling() is { } below && NamesTable(below, styles) && below.NextSibling() is not { LocalName: "tbl" };

    static bool NamesTable(OpenXmlElement element, WordStyles styles) => element.LocalName == "p"
        && styles.Of(element) is { Kind: StyleKind.Caption } style
        && (TableName().IsMatch(element.InnerText) || style.Id.StartsWith("Table", StringComparison.OrdinalIgnoreCase));

    static bool HasContent(OpenXmlElement cell) =>
        !AcceptedView.IsPlaceholderCell(cell)
        && cell.Descendants().Any(element =>
            element.LocalName is "sym" or "drawing" or "pict" or "object" or "oMath" or "tbl" or "checkBox" or "ddList"
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

    [GeneratedRegex(@"^\s*(Tabelle|Tab\.|Table)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableName();
}
