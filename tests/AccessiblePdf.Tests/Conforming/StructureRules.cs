using static AccessiblePdf.Tests.Conforming.FileRules;

namespace AccessiblePdf.Tests.Conforming;

/// <summary>Marked content and the tree it belongs to.</summary>
static class StructureRules
{
    /// <summary>The standard types of ISO 32000-1, 14.8.4, without Ruby and Warichu, which the library does not use.</summary>
    static readonly string[] Standard =
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1",
        "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
        "Figure", "Formula", "Form",
    ];

    public static IReadOnlyList<Rule> All =>
    [
        new("UA:7.1-1..2", facts =>
            facts.Pages.SelectMany(page => page.Opened)
                .Where(opened => opened.Around.Any(around => around.Tag == "Artifact" || opened.Mark.Tag == "Artifact"))
                .Select(opened => opened.Mark.Tag)),
        new("UA:7.1-3", Unmarked),
        new("UA:7.1-11 A:6.7.3.3-1", facts => Unless(facts.StructureRoot is not null && facts.Elements is [{ Standard: "Document" }, ..])),
        new("UA:7.1-5 A:6.7.3.4-1",
            facts => facts.Elements.Where(element => !Standard.Contains(element.Standard)).Select(element => element.Role)),
        new("UA:7.1-6..7 A:6.7.3.4-2..3",
            facts => facts.RoleMap is { } map
                ? map.Where(pair => Standard.Contains(pair.Key) || pair.Value is not CosName to || !Standard.Contains(to.Value))
                .Select(pair => pair.Key) : []),
        new("UA:7.1-12", facts =>
            facts.Elements.Where(element =>
                facts.File.Dictionary(element.Dictionary, "P") != (element.Parent?.Dictionary ?? facts.StructureRoot))
                .Select(element => element.Role)),
        new("UA:7.2-17", facts => Outside(facts, "LI", "L")),
        new("UA:7.2-18", facts => Outside(facts, "LBody", "LI")),
        new("UA:7.2-19", facts => Strangers(facts, "L", "L", "LI", "Caption")),
        new("UA:7.2-20", facts => Strangers(facts, "LI", "Lbl", "LBody")),
        new("UA:7.2-26", facts => Outside(facts, "TOCI", "TOC")),
        new("UA:7.2-27", facts => Strangers(facts, "TOC", "TOC", "TOCI", "Caption")),
        new("UA:7.2-28 UA:7.2-40",
            facts => facts.Of("TOC", "L").Where(list => list.KidTypes.Skip(1).Contains("Caption")).Select(list => list.Role)),
        new("UA:7.3-1", facts => facts.Of("Figure")
            .Where(figure => string.IsNullOrEmpty(figure.Dictionary.Text("Alt"))
            || figure.Attribute(facts.File, "BBox") is not List<object?> { Count: 4 }).Select(_ => "Figure")),
        new("UA:7.4.2-1", Headings),
        new("UA:7.7-1", facts => facts.Of("Formula").Where(formula => string.IsNullOrEmpty(formula.Dictionary.Text("Alt"))).Select(_ => "Formula")),
        new("UA:7.9-1..2", facts =>
            facts.Of("Note").GroupBy(note => note.Dictionary.Text("ID") ?? "").Where(notes => notes.Key.Length == 0 || notes.Count() > 1)
                .Select(notes => notes.Key)),
    ];

    public static IEnumerable<string> Outside(PdfFacts facts, string type, params string[] parents) =>
        facts.Of(type).Where(element => !parents.Contains(element.Parent?.Standard)).Select(element => $"{type} in {element.Parent?.Role}");

    public static IEnumerable<string> Strangers(PdfFacts facts, string type, params string[] kids) =>
        facts.Of(type).SelectMany(element => element.KidTypes.Except(kids)).Select(kid => $"{kid} in {type}");

    /// <summary>All that is drawn is an artifact, or marked, known to the tree, and led back to by the parent tree.</summary>
    static IEnumerable<string> Unmarked(PdfFacts facts)
    {
        var owners = facts.Elements.SelectMany(element => element.Marks.Select(mark => (mark, element))).ToDictionary(pair => pair.mark,
            pair => pair.element);
        for (var page = 0; page < facts.Pages.Count; page++)
        {
            if (facts.Pages[page].Items.Any(item => item.Marks.Count == 0)) yield return $"page {page + 1} draws outside marks";
            var way = facts.Parent(facts.Pages[page].Page.Number("StructParents") ?? -1) as List<object?> ?? [];
            foreach (var (mark, _) in facts.Pages[page].Opened.Where(opened => opened.Mark.Tag != "Artifact"))
            {
                if (mark.Number is not { } number || !owners.TryGetValue((page, number), out var owner))
                    yield return $"a mark {mark.Tag} of page {page + 1} belongs to nothing";
                else if (number >= way.Count || facts.File.Resolve(way[number]) != owner.Dictionary)
                    yield return $"mark {number} of page {page + 1} does not lead back";
            }
        }
    }

    static IEnumerable<string> Headings(PdfFacts facts)
    {
        var last = 0;
        foreach (var heading in facts.Elements.Where(element => element.Standard is ['H', >= '1' and <= '6']))
        {
            var level = heading.Standard[1] - '0';
            if (level > last + 1) yield return $"{heading.Role} after level {last}";
            last = level;
        }
    }
}
