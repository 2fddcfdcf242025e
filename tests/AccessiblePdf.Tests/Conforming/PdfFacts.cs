using System.Text;
using System.Xml.Linq;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>An element of the logical structure.</summary>
sealed class ElementFacts(CosDictionary dictionary, string role, string standard, ElementFacts? parent)
{
    public CosDictionary Dictionary => dictionary;
    public string Role => role;
    public string Standard => standard;
    public ElementFacts? Parent => parent;
    public List<ElementFacts> Kids { get; } = [];
    public List<(int Page, int Mark)> Marks { get; } = [];
    public List<CosDictionary> Annotations { get; } = [];

    public IEnumerable<ElementFacts> All => Kids.SelectMany(kid => kid.All).Prepend(this);

    /// <summary>Their names joined, as the validator compares them.</summary>
    public IReadOnlyList<string> KidTypes => [.. Kids.Select(kid => kid.Standard)];

    public object? Attribute(CosFile file, string name) => file.Array(dictionary, "A")
        .Select(attributes => file.Resolve(attributes) as CosDictionary).Select(attributes => attributes?.GetValueOrDefault(name))
        .FirstOrDefault(value => value is not null);
}

/// <summary>What the rules ask of a file.</summary>
sealed class PdfFacts
{
    public PdfFacts(CosFile file)
    {
        File = file;
        Catalog = file.Dictionary(file.Trailer, "Root")!;
        StructureRoot = file.Dictionary(Catalog, "StructTreeRoot");
        var pages = file.Array(file.Dictionary(Catalog, "Pages"), "Kids").Select(page => (CosDictionary)file.Resolve(page)!).ToList();
        var resources = file.Dictionary(pages[0], "Resources")!;
        Fonts = file.Dictionary(resources, "Font")!.ToDictionary(font => font.Key,
            font => new FontFacts(file, font.Key, (CosDictionary)file.Resolve(font.Value)!));
        Pages = [.. pages.Select(page => new PageFacts(file, page, Fonts))];
        for (var i = 0; i < pages.Count; i++) pageNumbers[pages[i]] = i;
        Annotations = [.. pages.SelectMany(page => file.Array(page, "Annots"))
            .Select(annotation => (CosDictionary)file.Resolve(annotation)!)];
        if (StructureRoot is { } root && file.Resolve(root["K"]) is CosDictionary document) Elements = [.. Read(document, null).All];
        foreach (var element in Elements) element.Annotations.ForEach(annotation => owners.TryAdd(annotation, element));
        parents = file.Array(file.Dictionary(StructureRoot, "ParentTree"), "Nums").Chunk(2).ToDictionary(pair => (double)pair[0]!,
            pair => pair[1]);
        var metadata = file.Dictionary(Catalog, "Metadata");
        XmpText = metadata is null ? "" : Encoding.UTF8.GetString(CosFile.Decode(metadata));
        Xmp = XmpText.Length == 0 ? new XElement("none")
            : XElement.Parse(XmpText[XmpText.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..XmpText.IndexOf("<?xpacket end",
            StringComparison.Ordinal)]);
    }

    readonly Dictionary<CosDictionary, int> pageNumbers = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<CosDictionary, ElementFacts> owners = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<double, object?> parents;

    public CosFile File { get; }
    public CosDictionary Catalog { get; }
    public CosDictionary? StructureRoot { get; }
    public Dictionary<string, FontFacts> Fonts { get; }
    public IReadOnlyList<PageFacts> Pages { get; }
    public IReadOnlyList<CosDictionary> Annotations { get; }
    public IReadOnlyList<ElementFacts> Elements { get; } = [];
    public string XmpText { get; }
    public XElement Xmp { get; }

    public CosDictionary? RoleMap => File.Dictionary(StructureRoot, "RoleMap");

    public IEnumerable<(FontFacts Font, int Code)> Glyphs => Pages.SelectMany(page => page.Items).Where(item => item.Font is not null)
        .SelectMany(item => item.Codes!.Select(code => (item.Font!, code))).Distinct();

    public IEnumerable<ElementFacts> Of(params string[] types) => Elements.Where(element => types.Contains(element.Standard));

    /// <summary>The elements that the way back from a number leads to.</summary>
    public object? Parent(double key) => File.Resolve(parents.GetValueOrDefault(key));

    /// <summary>The element that holds an annotation.</summary>
    public ElementFacts? OwnerOf(CosDictionary annotation) => owners.GetValueOrDefault(annotation);

    ElementFacts Read(CosDictionary dictionary, ElementFacts? parent)
    {
        var role = dictionary.Name("S")!;
        var element = new ElementFacts(dictionary, role, RoleMap?.Name(role) ?? role, parent);
        foreach (var kid in File.Array(dictionary, "K").Select(kid => (CosDictionary)File.Resolve(kid)!))
        {
            if (kid.Name("Type") == "MCR") element.Marks.Add((pageNumbers[File.Dictionary(kid, "Pg")!], (int)kid.Number("MCID")!));
            else if (kid.Name("Type") == "OBJR") element.Annotations.Add(File.Dictionary(kid, "Obj")!);
            else element.Kids.Add(Read(kid, element));
        }
        return element;
    }
}
