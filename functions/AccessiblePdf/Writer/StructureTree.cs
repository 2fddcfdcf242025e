using System.Globalization;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>
/// Writes the logical structure: elements, the way back from marked content to them, the roles that are not standard, and the identifiers
/// (ISO 32000-1, 14.7).
/// </summary>
sealed class StructureTree(PdfFile file)
{
    /// <summary>The role map: own structure types and the standard types they are mapped to (14.8.4).</summary>
    const string Roles = "<</Title/P/Aside/Div/Strong/Span/Em/Span/Sub/Span/Sup/Span/Deleted/Span/Inserted/Span>>";

    readonly Dictionary<StructureElement, int> ids = [];
    readonly List<StructureElement> identified = [];

    /// <param name="root">The element Document.</param>
    /// <param name="pages">The pages' object numbers.</param>
    /// <param name="marks">For each page, the spots its marked pieces belong to.</param>
    /// <param name="annotations">The elements of the annotations, in the order of their keys, which follow those of the pages.</param>
    public int Write(StructureElement root, IReadOnlyList<int> pages, IReadOnlyList<IReadOnlyList<ContentSpot>> marks,
        IReadOnlyList<StructureElement> annotations)
    {
        var id = file.Reserve();
        Write(root, id, pages);

        var parents = new StringBuilder("<</Nums[");
        for (var page = 0; page < marks.Count; page++)
        {
            var owners = new int[marks[page].Count];
            for (var mark = 0; mark < owners.Length; mark++) owners[mark] = ids[marks[page][mark].Element];
            parents.Append(CultureInfo.InvariantCulture, $"{page} {file.Add(PdfSyntax.References(owners))} 0 R ");
        }
        for (var i = 0; i < annotations.Count; i++)
            parents.Append(CultureInfo.InvariantCulture, $"{marks.Count + i} {ids[annotations[i]]} 0 R ");
        var parentTree = file.Add(parents.Append("]>>").ToString());

        identified.Sort((left, right) => string.CompareOrdinal(left.Identifier, right.Identifier));
        var names = string.Join(' ',
            identified.Select(element => $"{PdfSyntax.Literal(element.Identifier!)} {PdfSyntax.Reference(ids[element])}"));
        var idTree = identified.Count > 0 ? $"/IDTree {PdfSyntax.Reference(file.Add($"<</Names[{names}]>>"))}" : "";
        file.Set(id, FormattableString.Invariant(
            $"<</Type/StructTreeRoot/K {ids[root]} 0 R/ParentTree {parentTree} 0 R/ParentTreeNextKey {marks.Count + annotations.Count}/RoleMap{Roles}{idTree}>>"));
        return id;
    }

    void Write(StructureElement element, int parent, IReadOnlyList<int> pages)
    {
        var id = ids[element] = file.Reserve();
        if (element.Identifier is not null) identified.Add(element);
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
                    for (var i = 0; i < spot.Marks.Length; i += 2)
                        kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pages[spot.Marks[i]]} 0 R/MCID {spot.Marks[i + 1]}>>");
                    break;
                case AnnotationReference annotation:
                    kids.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {pages[annotation.Page]} 0 R/Obj {annotation.Id} 0 R>>");
                    break;
            }
        }
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{element.Role}/P {parent} 0 R");
        if (element.Identifier is { } name) content.Append("/ID").Append(PdfSyntax.Literal(name));
        if (element.AlternativeText is { } alternative) content.Append("/Alt").Append(PdfSyntax.Text(alternative));
        if (element.Language is { } language) content.Append("/Lang").Append(PdfSyntax.Literal(language));
        if (element.Attributes.Count > 0) content.Append("/A[").Append(string.Concat(element.Attributes)).Append(']');
        if (kids.Length > 0) content.Append("/K[").Append(kids).Append(']');
        file.Set(id, content.Append(">>").ToString());
    }
}
