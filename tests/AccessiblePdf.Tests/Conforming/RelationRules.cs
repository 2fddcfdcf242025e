namespace AccessiblePdf.Tests.Conforming;

/// <summary>
/// Which structure types may stand directly in which: the table of ISO 32000-2, annex L, for the types of PDF 1.7 (ISO/TS 32005), as
/// veraPDF's profile ISO-32000-1-Tagged reads it. Only for the types that the library uses.
/// </summary>
static class RelationRules
{
    const string Cells = "TR TH TD THead TBody TFoot", Parts = "LI LBody " + Cells;

    const string Inlines = "Span Quote Note Reference Lbl Link Annot Code Form BibEntry Formula Figure";

    static readonly string[] Headings = ["H", "H1", "H2", "H3", "H4", "H5", "H6"];

    /// <summary>For each type, what never stands directly in it.</summary>
    static readonly Dictionary<string, string> Banned = new()
    {
        ["Document"] = "TOCI Lbl Span Quote Reference BibEntry Caption " + Parts,
        ["TOC"] = $"Document Div Sect BlockQuote P L Table Caption {Inlines} {Parts}",
        ["TOCI"] = "Document Sect TOCI BlockQuote Note Code Span Quote Link Annot Form BibEntry L Table Caption Figure Formula " + Parts,
        ["BlockQuote"] = "TOCI BlockQuote Span Quote BibEntry " + Parts,
        ["P"] = "Document Div Sect TOC TOCI BlockQuote P Table Caption " + Parts,
        ["Note"] = "Document TOC TOCI " + Parts,
        ["Code"] = "Document Sect TOC TOCI BlockQuote P Code Lbl Quote Form L Table Caption Figure Formula " + Parts,
        ["Lbl"] = "Document Div Sect TOC TOCI BlockQuote P Lbl L Table Caption " + Parts,
        ["Span"] = "Document Div Sect TOC TOCI BlockQuote P L Table Caption " + Parts,
        ["Link"] = "Document TOC TOCI Link " + Parts,
        ["Reference"] = "Document Div Sect TOC TOCI BlockQuote P Code Quote Reference Form L Table Caption Formula " + Parts,
        ["L"] = $"Document Div Sect TOC TOCI BlockQuote P LBody Table {Inlines} {Cells}",
        ["LI"] = "Document Sect TOC TOCI BlockQuote P Note Code Span Quote Link Reference Annot Form L LI BibEntry Table Caption Figure "
            + "Formula " + Cells,
        ["LBody"] = "Document TOC TOCI Lbl " + Parts,
        ["Table"] = $"Document Div Sect TOC TOCI BlockQuote P L LI LBody Table TH TD {Inlines}",
        ["TR"] = $"Document Div Sect TOC TOCI BlockQuote P L LI LBody Table TR THead TBody TFoot Caption {Inlines}",
        ["TH"] = "Document TOC TOCI BlockQuote Caption " + Parts,
        ["TD"] = "Document TOC TOCI BlockQuote Caption " + Parts,
        ["Caption"] = "Document TOC TOCI Caption " + Parts,
        ["Figure"] = "Document TOC TOCI " + Parts,
        ["Formula"] = "Document Sect TOC TOCI " + Parts,
    };

    static readonly string[] WithoutContent =
        ["Document", "Div", "Sect", "TOC", "TOCI", "L", "Table", "TR", "THead", "TBody", "TFoot"];

    static readonly string[] WithoutHeadings =
        ["TOC", "TOCI", "P", "Note", "Code", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Reference", "L", "LI", "Table", "TR"];

    public static IEnumerable<string> Problems(PdfFacts facts) => facts.Elements.SelectMany(Broken);

    static IEnumerable<string> Broken(ElementFacts element)
    {
        var banned = Banned.GetValueOrDefault(element.Standard, "").Split(' ');
        foreach (var kid in element.KidTypes.Where(banned.Contains)) yield return $"Annex L: {kid} in {element.Role}";
        foreach (var kid in element.KidTypes.Where(Headings.Contains).Where(_ => WithoutHeadings.Contains(element.Standard)))
            yield return $"Annex L: {kid} in {element.Role}";
        if (element.Marks.Count > 0 && WithoutContent.Contains(element.Standard)) yield return $"Annex L: content in {element.Role}";

        var captions = element.KidTypes.Count(kid => kid == "Caption");
        if (captions > 1 || captions == 1 && element.KidTypes[0] != "Caption" && element.KidTypes[^1] != "Caption")
            yield return $"Annex L: Caption in the middle of {element.Role}";
    }
}
