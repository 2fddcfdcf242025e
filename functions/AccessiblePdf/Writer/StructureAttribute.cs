namespace AccessiblePdf.Writer;

/// <summary>Attribute dictionaries of structure elements (ISO 32000-1, 14.8.5).</summary>
static class StructureAttribute
{
    public static string Scope(bool column, bool row) => $"<</O/Table/Scope/{(column && row ? "Both" : column ? "Column" : "Row")}>>";

    public static string Spans(int columns, int rows) =>
        FormattableString.Invariant($"<</O/Table{(columns > 1 ? $"/ColSpan {columns}" : "")}{(rows > 1 ? $"/RowSpan {rows}" : "")}>>");

    public static string ListNumbering(string numbering) => $"<</O/List/ListNumbering/{numbering}>>";

    public static string Box(double left, double bottom, double right, double top) =>
        $"<</O/Layout/Placement/Block/BBox[{PdfSyntax.Number(left)} {PdfSyntax.Number(bottom)} {PdfSyntax.Number(right)} {PdfSyntax.Number(top)}]>>";

    public static string Decoration(string type) => $"<</O/Layout/TextDecorationType/{type}>>";

    public static string BaselineShift(double points) => $"<</O/Layout/BaselineShift {PdfSyntax.Number(points)}>>";
}
