using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>Writes the logical structure: elements, the way back from marked content to them, the roles that are not standard, and the identifiers (ISO 32000-1, 14.7).</summary>
sealed class StructureTree(PdfFile file)
{
    /// <summary>Roles of our own and the standard ones they stand for (14.8.4).</summary>
    const string Roles = "<</Title/P/Aside/Div/Strong/Span/Em/Span/Sub/Span/Sup/Span/Deleted/Span/Inserted/Span>>";

    readonly Dictionary<StructureElement, int> ids = [];
    readonly SortedDictionary<string, int> identifiers = new(StringComparer.Ordinal);

    /// <param name="root">The element Document.</param>
    /// <param name="pages">The pages' object numbers.</param>
    /// <param name="marks">For each page, the spots its marked pieces belong to.</param>
    /// <param name="annotations">The elements of the annotations, in the order of their keys, which follow those of the pages.</param>
    public int Write(StructureElement root, IReadOnlyList<int> pages, IReadOnlyList<IReadOnlyList<ContentSpot>> marks, IReadOnlyList<StructureElement> annotations)
    {
        var id = file.Reserve();
        Write(root, id, pages);

        var parents = new StringBuilder("<</Nums[");
        for (var page = 0; page < marks.Count; page++)
            parents.Append(CultureInfo.InvariantCulture, $"{page} {file.Add(PdfSyntax.References(marks[page].Select(spot => ids[spot.Element])))} 0 R ");
        for (var i = 0; i < annotations.Count; i++)
            parents.Append(CultureInfo.InvariantCulture, $"{marks.Count + i} {ids[annotations[i]]} 0 R ");
        var parentTree = file.Add(parents.Append("]>>").ToString());

        var names = string.Join(' ', identifiers.Select(pair => $"{PdfSyntax.Literal(pair.Key)} {PdfSyntax.Reference(pair.Value)}"));
        var idTree = identifiers.Count > 0 ? $"/IDTree {PdfSyntax.Reference(file.Add($"<</Names[{names}]>>"))}" : "";
        file.Set(id, FormattableString.Invariant(
            $"<</Type/StructTreeRoot/K {ids[root]} 0 R/ParentTree {parentTree} 0 R/ParentTreeNextKey {marks.Count + annotations.Count}/RoleMap{Roles}{idTree}>>"));
        return id;
    }

    void Write(StructureElement element, int parent, IReadOnlyList<int> pages)
    {
        var id = ids[element] = file.Reserve();
        if (element.Identifier is { } identifier) identifiers.Add(identifier, id);
        var kids = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            switch (kid)
            {
                case StructureElement child:
                    Write(child, id, pages);
                    kids.Append(CultureInfo.InvariantCulture, $"{ids[child]} 0 R ");
                    break;
                case ContentSpot spot:
                    foreach (var (page, mark) in spot.Marks)
                        kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>");
                    break;
                case AnnotationReference annotation:
                    kids.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {pages[annotation.Page]} 0 R/Obj {annotation.Id} 0 R>>");
                    break;
            }
        }
        file.Set(id, string.Concat(
            $"<</Type/StructElem/S/{element.Role}/P {PdfSyntax.Reference(parent)}",
            element.Identifier is { } name ? $"/ID{PdfSyntax.Literal(name)}" : "",
            element.AlternativeText is { } alternative ? $"/Alt{PdfSyntax.Text(alternative)}" : "",
            element.Language is { } language ? $"/Lang{PdfSyntax.Literal(language)}" : "",
            element.Attributes.Count > 0 ? $"/A[{string.Concat(element.Attributes)}]" : "",
            kids.Length > 0 ? $"/K[{kids}]>>" : ">>"));
    }
}
