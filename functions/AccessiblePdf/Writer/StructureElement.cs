namespace AccessiblePdf.Writer;

/// <summary>
/// A node of the logical structure (ISO 32000-1, 14.7.2). Its kids stand in reading order, whatever the order of drawing.
/// </summary>
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
