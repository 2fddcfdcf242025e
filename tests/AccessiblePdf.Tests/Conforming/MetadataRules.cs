using System.Text.RegularExpressions;
using System.Xml.Linq;
using static AccessiblePdf.Tests.Conforming.FileRules;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>What the file says of itself.</summary>
static partial class MetadataRules
{
    static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/", A = "http://www.aiim.org/pdfa/ns/id/",
        Dc = "http://purl.org/dc/elements/1.1/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        Extension = "http://www.aiim.org/pdfa/ns/extension/", Schema = "http://www.aiim.org/pdfa/ns/schema#",
        Property = "http://www.aiim.org/pdfa/ns/property#";

    /// <summary>Properties that XMP itself defines, as far as the library may use them, and the form of their values.</summary>
    static readonly Dictionary<XName, string> Predefined = new()
    {
        [Dc + "title"] = "Alt",
        [Dc + "description"] = "Alt",
        [Dc + "creator"] = "Seq",
        [Dc + "language"] = "Bag",
        [XName.Get("Keywords", "http://ns.adobe.com/pdf/1.3/")] = "",
        [XName.Get("Producer", "http://ns.adobe.com/pdf/1.3/")] = "",
        [XName.Get("CreateDate", "http://ns.adobe.com/xap/1.0/")] = "date",
        [XName.Get("ModifyDate", "http://ns.adobe.com/xap/1.0/")] = "date",
        [A + "part"] = "",
        [A + "conformance"] = "",
    };

    public static IReadOnlyList<Rule> All =>
    [
        new("UA:7.1-8 A:6.6.2.1-1", facts => Unless(facts.File.Dictionary(facts.Catalog, "Metadata")?.Name("Subtype") == "XML")),
        new("A:6.6.2.1-2..3", facts => Unless(Header().IsMatch(facts.XmpText))),
        new("A:6.6.2.1-4..5", facts => Unless(facts.Xmp.Name.LocalName == "xmpmeta" && facts.Xmp.Elements().Single().Name == Rdf + "RDF")),
        new("UA:5-1..5", facts =>
            Unless(One(facts, Ua + "part") is { Value: "1" } part && part.GetPrefixOfNamespace(Ua) == "pdfuaid"
                && !facts.Xmp.Descendants(Ua + "amd").Any())),
        new("A:6.6.4-1..7", facts =>
            Unless(One(facts, A + "part") is { Value: "2" } part && One(facts, A + "conformance") is { Value: "A" }
                && part.GetPrefixOfNamespace(A) == "pdfaid" && !facts.Xmp.Descendants(A + "amd").Any())),
        new("UA:7.1-9", facts => Unless(
            facts.Xmp.Descendants(Dc + "title").SingleOrDefault()?.Descendants(Rdf + "li").SingleOrDefault() is { } title
            && !string.IsNullOrWhiteSpace(title.Value) && title.Value == facts.File.Dictionary(facts.File.Trailer, "Info")?.Text("Title"))),
        new("A:6.6.2.3.1-1", facts =>
            Properties(facts).Where(property => !Predefined.ContainsKey(property.Name) && !Declared(facts).Contains(property.Name))
                .Select(property => $"{property.Name}")),
        new("A:6.6.2.3.1-2", facts => Properties(facts).Where(property => !HasForm(property)).Select(property => $"{property.Name}")),
        new("A:6.6.2.3.2-1 A:6.6.2.3.3-1..5 A:6.6.2.3.3-7..10", facts => Unless(IsExtensionWhole(facts))),
        new("UA:7.1-10", facts =>
            Unless(facts.File.Dictionary(facts.Catalog, "ViewerPreferences")?.GetValueOrDefault("DisplayDocTitle") is true)),
        new("UA:6.2-1 A:6.7.2.2-1", facts => Unless(facts.File.Dictionary(facts.Catalog, "MarkInfo")?.GetValueOrDefault("Marked") is true)),
        new("UA:7.2-2 UA:7.2-22 UA:7.2-24 UA:7.2-33..34", facts => Unless(facts.Catalog.Text("Lang") is { Length: > 0 })),
        new("UA:7.2-29 A:6.7.4-1",
            facts => facts.File.Dictionaries.Select(dictionary => dictionary.Text("Lang")).OfType<string>()
                .Where(language => !Language().IsMatch(language))),
    ];

    static XElement? One(PdfFacts facts, XName name) => facts.Xmp.Descendants(name).Take(2).ToList() is [var one] ? one : null;

    static IEnumerable<XElement> Properties(PdfFacts facts) =>
        facts.Xmp.Descendants(Rdf + "Description").Elements().Where(property => property.Name != Extension + "schemas");

    static IEnumerable<XName> Declared(PdfFacts facts) => facts.Xmp.Descendants(Property + "name")
        .Select(name => XName.Get(name.Value, name.Ancestors(Rdf + "li").Last().Element(Schema + "namespaceURI")!.Value));

    static bool HasForm(XElement property) => Predefined.GetValueOrDefault(property.Name) switch
    {
        "date" => Date().IsMatch(property.Value),
        "Alt" => property.Elements().Single().Name == Rdf + "Alt"
            && property.Descendants(Rdf + "li").All(item => item.Attribute(XNamespace.Xml + "lang")?.Value == "x-default"),
        "Seq" or "Bag" => property.Elements().Single().Name == Rdf + Predefined[property.Name],
        _ => !property.HasElements,
    };

    static bool IsExtensionWhole(PdfFacts facts) => facts.Xmp.Descendants(Extension + "schemas").ToList() is [var schemas]
        && schemas.GetPrefixOfNamespace(Extension) == "pdfaExtension" && schemas.Elements().Single().Name == Rdf + "Bag"
        && schemas.Element(Rdf + "Bag")!.Elements(Rdf + "li").All(schema =>
            new[] { "namespaceURI", "prefix", "schema" }.All(name =>
                schema.Element(Schema + name) is { HasElements: false, Value.Length: > 0 })
            && schema.Element(Schema + "property")!.Elements().Single().Name == Rdf + "Seq"
            && schema.Elements().Count() == 4
            && schema.Descendants(Property + "category").All(category => category.Value is "internal" or "external")
            && schema.Element(Schema + "property")!.Element(Rdf + "Seq")!.Elements().All(property =>
                new[] { "category", "description", "name", "valueType" }.All(name =>
                    property.Element(Property + name) is { Value.Length: > 0 }) && property.Elements().Count() == 4));

    [GeneratedRegex("\\A<\\?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"\\?>")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\z")]
    private static partial Regex Language();
}
