namespace AccessiblePdf.Tests.Conforming;

/// <summary>Rules about things the library never writes. That they are absent is what is checked.</summary>
static class AbsenceRules
{
    public static IReadOnlyList<Rule> All =>
    [
        Rule.Never("A:6.1.3-2 UA:7.16-1 A:6.1.12-1..2",
            facts => facts.File.Trailer.ContainsKey("Encrypt") || facts.Catalog.ContainsKey("Perms")),
        Rule.Never("A:6.1.7.1-3",
            facts => facts.File.Dictionaries.Any(dictionary =>
                dictionary.Stream is not null && (dictionary.ContainsKey("F") || dictionary.ContainsKey("FFilter")))),
        Rule.Never("A:6.1.10-1", facts => facts.Pages.Any(page => page.Unknown.Contains("BI"))),
        Rule.Never("A:6.1.13-9 A:6.2.4.2-1..2 A:6.2.4.4-1..2", facts => Arrays(facts, "DeviceN", "Separation", "ICCBased", "Indexed")),
        Rule.Never("A:6.2.5-1..6 A:6.2.10-1..2 A:6.2.6-1", facts => Keys(facts, "ExtGState", "SMask", "Group", "BM", "Intent", "RI")),
        Rule.Never("A:6.2.8-5 A:6.2.8.3-1..5",
            facts => Keys(facts, "ImageMask", "Mask") || Filters(facts, "JPXDecode", "LZWDecode", "Crypt")),
        Rule.Never("A:6.2.9-1..3 UA:7.20-1..2", facts => Subtypes(facts, "Form", "PS")),
        Rule.Never("A:6.2.11.2-4..6 A:6.2.11.4.2-1 UA:7.21.4.2-1 A:6.2.11.6-1..4 UA:7.21.6-1..4",
            facts => Subtypes(facts, "Type1", "MMType1", "TrueType", "Type3")),
        Rule.Never("A:6.2.11.3.3-1..3 UA:7.21.3.3-1..3 A:6.1.13-10",
            facts => facts.Fonts.Values.Any(font => font.Font.Name("Encoding") != "Identity-H") || Keys(facts, "UseCMap", "WMode")),
        Rule.Never("A:6.2.11.4.2-2 UA:7.21.4.2-2", facts => Keys(facts, "CIDSet")),
        Rule.Never("A:6.3.3-1..4", facts => Keys(facts, "AP")),
        Rule.Never("A:6.4.1-1..3 A:6.4.2-1..2 A:6.4.3-1..3 UA:7.15-1 UA:7.18.1-3 UA:7.18.4-1..2 UA:7.2-25",
            facts => facts.Catalog.ContainsKey("AcroForm") || facts.Catalog.ContainsKey("NeedsRendering") || Subtypes(facts, "Widget")),
        Rule.Never("A:6.5.1-2 A:6.5.2-1..2",
            facts => Keys(facts, "AA", "OpenAction", "JS")
                || facts.File.Dictionaries.Any(dictionary => dictionary.Name("S") is "Named" or "JavaScript" or "Launch")),
        Rule.Never("A:6.8-2 A:6.8-5 UA:7.11-1", facts => Keys(facts, "EF", "EmbeddedFiles", "AF")),
        Rule.Never("A:6.9-1..4 UA:7.10-1..2", facts => facts.Catalog.ContainsKey("OCProperties")),
        Rule.Never("A:6.10-1..2 A:6.11-1", facts => Keys(facts, "AlternatePresentations", "PresSteps", "Requirements")),
        Rule.Never("UA:7.18.2-1 UA:7.18.6.2-1..2 UA:7.18.8-1",
            facts => Subtypes(facts, "TrapNet", "PrinterMark", "Screen", "Movie", "Sound", "RichMedia", "3D")),
        Rule.Never("UA:7.2-7 UA:7.2-12..13 UA:7.2-38", facts => facts.Of("TFoot").Any()),
        Rule.Never("UA:7.4.4-1..3", facts => facts.Of("H").Any()),
        Rule.Never("UA:7.2-21 UA:7.2-23 UA:7.2-30..32",
            facts => Keys(facts, "ActualText", "E")
                || facts.Pages.Any(page => page.Opened.Any(opened => opened.Mark is { Tag: "Span", Number: null }))),
        Rule.Never("UA:7.1-4", facts => facts.File.Dictionary(facts.Catalog, "MarkInfo")?.ContainsKey("Suspects") == true),
        Rule.Never("A:6.6.2.3.3-6 A:6.6.2.3.3-11..18",
            facts => facts.XmpText.Contains("pdfaType", StringComparison.Ordinal)
                || facts.XmpText.Contains("pdfaField", StringComparison.Ordinal)),
    ];

    static bool Keys(PdfFacts facts, params string[] keys) => facts.File.Dictionaries.Any(dictionary => keys.Any(dictionary.ContainsKey));

    static bool Subtypes(PdfFacts facts, params string[] types) =>
        facts.File.Dictionaries.Any(dictionary => types.Contains(dictionary.Name("Subtype")));

    static bool Filters(PdfFacts facts, params string[] filters) =>
        facts.File.Dictionaries.Any(dictionary => filters.Contains(dictionary.Name("Filter")));

    static bool Arrays(PdfFacts facts, params string[] spaces) =>
        facts.File.Values.OfType<List<object?>>().Any(array => array.FirstOrDefault() is CosName name && spaces.Contains(name.Value));
}
