namespace AccessiblePdf.Writer;

/// <summary>A node of the logical structure (ISO 32000-1, 14.7.2). Its kids stand in reading order, whatever the order of drawing.</summary>
sealed class StructureElement(string role, StructureElement? parent)
{
    readonly List<object> kids = new(1);

    public string Role { get; } = role;
    public StructureElement? Parent { get; } = parent;

    /// <summary>Read instead of the content.</summary>
    public string? AlternativeText { get; init; }

    public string? Language { get; init; }

    /// <summary>Unique in the document; notes must have one (ISO 14289-1, 7.9).</summary>
    public string? Identifier { get; init; }

    /// <summary>Attribute dictionaries, from <see cref="StructureAttribute"/>.</summary>
    public IReadOnlyList<string> Attributes { get; set; } = [];

    public IReadOnlyList<object> Kids => kids;

    public StructureElement Add(StructureElement kid)
    {
        kids.Add(kid);
        return kid;
    }

    public StructureElement Add(string role) => Add(new StructureElement(role, this));

    /// <summary>A place among the kids for what will be drawn.</summary>
    public ContentSpot AddContent()
    {
        var spot = new ContentSpot(this);
        kids.Add(spot);
        return spot;
    }

    /// <summary>Adds an annotation as the last kid.</summary>
    public void AddAnnotation(int page, int annotation) => kids.Add(new AnnotationReference(page, annotation));
}

/// <summary>A place in the logical structure whose content is drawn on one or more pages.</summary>
sealed class ContentSpot(StructureElement element)
{
    public StructureElement Element { get; } = element;

    int[] marks = [];

    /// <summary>Page and number of each marked piece in turn, in the order of drawing; most spots have one.</summary>
    public ReadOnlySpan<int> Marks => marks;

    public void AddMark(int page, int mark) => marks = [.. marks, page, mark];
}

/// <summary>An annotation that belongs to an element.</summary>
sealed record AnnotationReference(int Page, int Id);

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
