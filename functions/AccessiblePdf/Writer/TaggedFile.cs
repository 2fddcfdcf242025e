using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Writer;

/// <summary>The whole file: first its pages, then catalogue, structure tree, outline and metadata.</summary>
sealed class TaggedFile : IDisposable
{
    readonly PdfFile file;
    readonly PdfResources resources;
    readonly IReadOnlyList<PageSize> sizes;
    readonly int[] pages;
    readonly int pageTree;
    readonly ContentBuffer contentBuffer = new();
    readonly List<IReadOnlyList<ContentSpot>> marks = [];
    readonly List<StructureElement> annotations = [];

    /// <param name="output">Where the bytes go.</param>
    /// <param name="typesetter">The fonts.</param>
    /// <param name="sizes">Width and height of each page.</param>
    public TaggedFile(Stream output, Typesetter typesetter, IReadOnlyList<PageSize> sizes)
    {
        file = new(output);
        resources = new(file, typesetter);
        this.sizes = sizes;
        pages = new int[sizes.Count];
        for (var page = 0; page < pages.Length; page++) pages[page] = file.Reserve();
        pageTree = file.Reserve();
    }

    /// <summary>Writes the next page.</summary>
    public void AddPage(Action<PageCanvas> draw)
    {
        var (width, height) = sizes[marks.Count];
        var canvas = new PageCanvas(marks.Count, height, resources, contentBuffer);
        contentBuffer.Clear();
        draw(canvas);
        canvas.Finish();
        marks.Add(canvas.Marks);

        var content = file.AddStream("", contentBuffer.Written);
        var links = new List<int>();
        foreach (var link in canvas.Links) links.Add(AddLink(canvas.Page, link));
        var annotated = links.Count > 0 ? $"/Annots{PdfSyntax.References(links)}" : "";
        file.Set(pages[canvas.Page], FormattableString.Invariant(
            $"<</Type/Page/Parent {pageTree} 0 R/MediaBox[0 0 {PdfSyntax.Number(width)} {PdfSyntax.Number(height)}]/Resources {resources.Id} 0 R/Contents {content} 0 R/StructParents {canvas.Page}/Tabs/S{annotated}>>"));
    }

    /// <summary>Writes everything that does not belong to one page, including the claims of conformance.</summary>
    public void Finish(StructureElement root, IReadOnlyList<Bookmark> bookmarks, Properties properties)
    {
        resources.Write();
        file.Set(pageTree, FormattableString.Invariant($"<</Type/Pages/Count {pages.Length}/Kids{PdfSyntax.References(pages)}>>"));
        var structure = new StructureTree(file).Write(root, pages, marks, annotations);
        var outline = new Outline(file, Written).Write(bookmarks) is { } id ? $"/Outlines {PdfSyntax.Reference(id)}/PageMode/UseOutlines"
            : "";
        var metadata = properties.WriteXmp(file);
        var direction = TextDirection.IsRightToLeft(properties.Language) ? "/Direction/R2L" : "";
        var profile = file.AddStream("/N 3", SrgbProfile.Create());
        var catalog = file.Add(FormattableString.Invariant(
            $"<</Type/Catalog/Pages {pageTree} 0 R/Lang{PdfSyntax.Literal(properties.Language)}/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true{direction}>>/StructTreeRoot {structure} 0 R/Metadata {metadata} 0 R{outline}/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]>>"));
        file.Finish(catalog, properties.WriteInformation(file));
    }

    public void Dispose() => file.Dispose();

    /// <summary>
    /// An annotation without a frame, printable as PDF/A demands (ISO 19005-2, 6.3.2), named for those who do not see it (ISO 14289-1,
    /// 7.18.5).
    /// </summary>
    int AddLink(int page, LinkArea link)
    {
        var action = link.Target.Destination is { } destination
            ? $"/Dest{Written(destination)}"
            : $"/A<</S/URI/URI{PdfSyntax.Literal(link.Target.Address!)}>>";
        var id = file.Add(FormattableString.Invariant(
            $"<</Type/Annot/Subtype/Link/Rect[{PdfSyntax.Number(link.Left)} {PdfSyntax.Number(link.Bottom)} {PdfSyntax.Number(link.Right)} {PdfSyntax.Number(link.Top)}]/Border[0 0 0]/F 4/StructParent {pages.Length + annotations.Count}/Contents{PdfSyntax.Text(link.Target.Description)}{action}>>"));
        annotations.Add(link.Element);
        link.Element.AddAnnotation(page, id);
        return id;
    }

    string Written(Destination destination) =>
        $"[{PdfSyntax.Reference(pages[destination.Page])}/XYZ 0 {PdfSyntax.Number(sizes[destination.Page].Height - destination.Top)} null]";
}
