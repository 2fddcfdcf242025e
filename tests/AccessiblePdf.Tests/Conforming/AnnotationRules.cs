namespace AccessiblePdf.Tests.Conforming;

/// <summary>Links.</summary>
static class AnnotationRules
{
    public static IReadOnlyList<Rule> All =>
    [
        new("A:6.3.1-1", facts =>
            facts.Annotations.Where(annotation => annotation.Name("Subtype") != "Link")
                .Select(annotation => annotation.Name("Subtype") ?? "no type")),
        new("A:6.3.2-1..2", facts => facts.Annotations.Where(annotation => annotation.Number("F") != 4).Select(_ => "flags")),
        new("UA:7.18.1-2 UA:7.18.5-2",
            facts => facts.Annotations.Where(annotation => string.IsNullOrWhiteSpace(annotation.Text("Contents")))
                .Select(_ => "a link without description")),
        new("UA:7.18.1-1 UA:7.18.5-1",
            facts => facts.Annotations.Where(annotation => !LeadsToItsLink(facts, annotation))
                .Select(annotation => $"'{annotation.Text("Contents")}' is in no Link")),
        new("UA:7.18.3-1", facts => facts.Pages.Where(page => page.Page.Name("Tabs") != "S").Select(_ => "tab order")),
    ];

    static bool LeadsToItsLink(PdfFacts facts, CosDictionary annotation) =>
        annotation.Number("StructParent") is { } key && facts.OwnerOf(annotation) is { Standard: "Link" } link
            && facts.Parent(key) == link.Dictionary;
}
